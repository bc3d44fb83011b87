/**
 * Every check of the project, one after the other, in one command. All run even where one fails; the output
 * of those that fail is shown whole. The last line is `N passed, N failed`: a test counts one, and so does
 * each check that is not made of tests. Words on the command line choose steps by their names:
 * `npm test lint types`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureBrowser, NO_BROWSER } from './browser/ensure-browser';
import { FIRST_LOAD_LIMIT_BYTES, measureFirstLoad } from './built-app/first-load-size';

const ROOT = resolve(import.meta.dirname, '..');
const TESTS = 'unit, property, architecture and browser tests';
const BUILD = 'build';
const JOURNEYS = 'journeys';
const DIST = join(ROOT, 'dist');
const REPORTS = join(ROOT, 'test-results');
/** Longest time for one step, in ms: a step that hangs is a failure, not a night's wait. */
const STEP_LIMIT_MS = 30 * 60_000;

interface Outcome {
  passed: number;
  failed: number;
  /** Shown beside the step's name. */
  remark?: string;
  /** Shown whole where something failed. */
  output: string;
}

interface Finished {
  ok: boolean;
  output: string;
}

/** Runs a command line tool of a package from node_modules, by its script, so that it starts alike on every platform. */
function tool(name: string, script: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', name, script), ...args], {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: STEP_LIMIT_MS,
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => done({ ok: false, output: `${output}${error.stack}\n` }));
    child.once('close', (code, signal) =>
      done({
        ok: code === 0,
        output: signal ? `${output}Stopped by ${signal} (limit ${STEP_LIMIT_MS} ms)\n` : output,
      }),
    );
  });
}

function asCheck({ ok, output }: Finished): Outcome {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
}

/** One compiler run per runtime: each folder with a tsconfig.json of its own has other globals. */
async function types(): Promise<Outcome> {
  const runtimes = ['.'];
  for (const folder of ['src', 'tests']) {
    const inside = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
    for (const file of inside)
      if (basename(file) === 'tsconfig.json') runtimes.push(dirname(join(folder, file)));
  }
  const outcomes: Finished[] = [];
  for (const runtime of runtimes) outcomes.push(await tool('typescript', 'bin/tsc', ['-p', runtime]));
  const ok = outcomes.every((outcome) => outcome.ok);
  return {
    ...asCheck({ ok, output: outcomes.map(({ output }) => output).join('') }),
    remark: runtimes.join(' '),
  };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

async function vitest(browser: string | undefined): Promise<Outcome> {
  const report = join(REPORTS, 'vitest.json');
  const projects = browser ? ['unit', 'browser'] : ['unit'];
  const { ok, output } = await tool(
    'vitest',
    'vitest.mjs',
    [
      'run',
      ...projects.flatMap((name) => ['--project', name]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { ...(browser && { BROWSER_PATH: browser }) },
  );
  const skipped: Finished = { ok: false, output: `Browser tests did not run. ${NO_BROWSER}\n` };
  const extra = browser ? 0 : 1;
  if (!existsSync(report))
    return { ...asCheck({ ok: false, output: output + (browser ? '' : skipped.output) }) };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as VitestReport;
  // A file that fails before its first test counts one; so does an error outside of any test.
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  let failed = numFailedTests + brokenFiles.length;
  if (!ok && failed === 0) failed = 1;
  return {
    passed: numPassedTests,
    failed: failed + extra,
    remark: `${testResults.length} files`,
    output: browser ? output : output + skipped.output,
  };
}

async function firstLoad(): Promise<Outcome> {
  try {
    const files = measureFirstLoad(DIST);
    const bytes = files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
    const list = files.map(({ path, gzipBytes }) => `${String(gzipBytes).padStart(8)}  ${path}\n`).join('');
    return {
      ...asCheck({ ok: files.length > 0 && bytes <= FIRST_LOAD_LIMIT_BYTES, output: list }),
      remark: `${(bytes / 1000).toFixed(1)} of ${FIRST_LOAD_LIMIT_BYTES / 1000} kB gzip`,
    };
  } catch (error) {
    return asCheck({ ok: false, output: `${error instanceof Error ? error.stack : String(error)}\n` });
  }
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

async function journeys(browser: string | undefined): Promise<Outcome> {
  if (!browser) return asCheck({ ok: false, output: `Journeys did not run. ${NO_BROWSER}\n` });
  if (!existsSync(join(DIST, 'index.html'))) {
    return asCheck({ ok: false, output: 'Journeys did not run: the app is not built.\n' });
  }
  const report = join(REPORTS, 'journeys.json');
  const { ok, output } = await tool(
    'playwright',
    'cli.js',
    ['test', '--config', 'tests/journeys/playwright.config.ts', '--reporter=list,json'],
    { BROWSER_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  if (!existsSync(report)) return asCheck({ ok: false, output });
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport;
  let failed = stats.unexpected;
  if (!ok && failed === 0) failed = 1;
  return {
    passed: stats.expected + stats.flaky,
    failed,
    ...((stats.skipped > 0 || stats.flaky > 0) && {
      remark: `${stats.skipped} skipped, ${stats.flaky} at the second try`,
    }),
    output,
  };
}

async function main(): Promise<void> {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  let passed = 0;
  let failed = 0;
  const wanted = process.argv.slice(2);
  const isWanted = (name: string) => wanted.length === 0 || wanted.some((word) => name.includes(word));
  const step = async (name: string, run: () => Promise<Outcome>) => {
    if (!isWanted(name)) return;
    const start = performance.now();
    const outcome = await run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const remark = outcome.remark ? ` (${outcome.remark})` : '';
    console.log(`${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s${remark}`);
    if (outcome.failed > 0) console.log(`${stripVTControlCharacters(outcome.output).trimEnd()}\n`);
    passed += outcome.passed;
    failed += outcome.failed;
  };

  await step('types', types);
  await step('lint', async () =>
    asCheck(await tool('@biomejs/biome', 'bin/biome', ['check', '--error-on-warnings'])),
  );
  await step('unused code', async () => asCheck(await tool('knip', 'bin/knip.js', [])));
  const needsBrowser = isWanted(TESTS) || isWanted(JOURNEYS);
  const browser = needsBrowser ? await ensureBrowser() : undefined;
  if (needsBrowser) console.log(browser ? `browser: ${browser}` : NO_BROWSER);
  await step(TESTS, () => vitest(browser));
  // What an earlier build left must not stand in for one that fails now.
  if (isWanted(BUILD)) rmSync(DIST, { recursive: true, force: true });
  await step(BUILD, async () => asCheck(await tool('vite', 'bin/vite.js', ['build'])));
  await step('first load', firstLoad);
  await step(JOURNEYS, () => journeys(browser));

  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
