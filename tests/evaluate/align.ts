/**
 * When each sentence of a script was said in a recording, as JSON.
 *
 *   npm run align -- SCRIPT.txt AUDIO.wav
 */
import { readFileSync } from 'node:fs';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { createTimeFile } from './voices/time-file';

const [scriptFile, audioFile] = process.argv.slice(2);
if (!scriptFile || !audioFile) {
  process.stderr.write('Usage: npm run align -- SCRIPT.txt AUDIO.wav\n');
  process.exit(2);
}
const timeFile = createTimeFile(await createStockTokenize());
const { timing, sentences } = timeFile(readFileSync(scriptFile, 'utf8'), audioFile);
const passages = timing.passages.map((passage) => ({ text: sentences[passage.sentence], ...passage }));
const omitted = timing.omitted.map((sentence) => ({ sentence, text: sentences[sentence] }));
process.stdout.write(`${JSON.stringify({ ...timing, passages, omitted }, null, 2)}\n`);
