/**
 * When each sentence of a script was said in a recording, as JSON.
 *
 *   npm run align -- SCRIPT.txt AUDIO.wav
 */
import { readFileSync } from 'node:fs';
import { splitSentences } from '../../src/domain/text/sentences';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { createTimeFile } from './voices/time-file';

const [scriptFile, audioFile] = process.argv.slice(2);
if (!scriptFile || !audioFile) {
  process.stderr.write('Usage: npm run align -- SCRIPT.txt AUDIO.wav\n');
  process.exit(2);
}
const sentences = splitSentences(readScript(scriptFile)).map((sentence) => sentence.text.trim());
const { timing } = createTimeFile(await createStockTokenize())(sentences, audioFile);
const passages = timing.passages.map((passage) => ({ text: sentences[passage.sentence], ...passage }));
const omitted = timing.omitted.map((sentence) => ({ sentence, text: sentences[sentence] }));
process.stdout.write(`${JSON.stringify({ ...timing, passages, omitted }, null, 2)}\n`);

function readScript(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file}: no such script, or not to be read.`);
  }
}
