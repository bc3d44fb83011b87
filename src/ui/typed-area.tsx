import { type TextareaHTMLAttributes, useRef } from 'react';

interface TypedAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'> {
  ref?: React.Ref<HTMLTextAreaElement>;
  onTyped(text: string): void;
}

/** Where Japanese is typed. What is still being converted is told only once it is confirmed. */
export function TypedArea({ onTyped, ...area }: TypedAreaProps) {
  const composing = useRef(false);
  return (
    <textarea
      lang="ja"
      spellCheck={false}
      autoComplete="off"
      {...area}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        onTyped(event.currentTarget.value);
      }}
      onInput={(event) => {
        if (!composing.current) onTyped(event.currentTarget.value);
      }}
    />
  );
}
