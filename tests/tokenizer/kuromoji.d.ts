declare module 'kuromoji' {
  export interface KuromojiToken {
    word_id: number;
    word_type: 'KNOWN' | 'UNKNOWN';
    /** 1-based, in code points. */
    word_position: number;
    surface_form: string;
    pos: string;
    pos_detail_1: string;
    pos_detail_2: string;
    pos_detail_3: string;
    conjugated_type: string;
    conjugated_form: string;
    basic_form: string;
    reading?: string;
    pronunciation?: string;
  }
  export interface KuromojiTokenizer {
    tokenize(text: string): KuromojiToken[];
  }
  const kuromoji: {
    builder(options: { dicPath: string }): {
      build(callback: (error: Error | null, tokenizer: KuromojiTokenizer) => void): void;
    };
  };
  export default kuromoji;
}

/** The same for browsers. */
declare module 'kuromoji/build/kuromoji.js' {
  import kuromoji from 'kuromoji';
  export default kuromoji;
}
