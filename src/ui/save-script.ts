import { formatFileDate } from '../text-ja/format';
import { writeText } from '../text-ja/write';
import { saveFile } from './save-file';

/** Hands a variant's script to the person as a text file named after it and today. */
export function saveScript({ title, script }: { title: string; script: string }): void {
  saveFile(
    new Blob([script], { type: 'text/plain;charset=utf-8' }),
    writeText.fileName(title, formatFileDate(Date.now())),
  );
}
