/** Runs every measurement of this folder in the order of its name; each prints its own figures. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const measurements = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('-bench.ts'))
  .sort();
const wanted = process.argv.slice(2);

for (const file of measurements) {
  if (wanted.length > 0 && !wanted.some((word) => file.includes(word))) continue;
  console.log(`\n# ${file}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, file)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
