import { spawn } from 'node:child_process';
import { chromium } from 'playwright';
import { listBrowsers } from './find-browser';
import { launchOptions } from './launch-options';

/** Longest wait for one way of installing, in ms: a browser is about 170 MB. */
const INSTALL_LIMIT_MS = 8 * 60_000;
/** Longest wait of Playwright's downloader for one server to answer, in ms (its own default is 30 s, per attempt and server). */
const CONNECTION_LIMIT_MS = 10_000;

interface Command {
  words: string[];
  env?: NodeJS.ProcessEnv;
}

/** The command that installs Chromium, by the package manager that has it under a plain name. */
const PACKAGE_MANAGERS: { name: string; commands: string[][] }[] = [
  {
    name: 'apt-get',
    commands: [
      ['apt-get', 'update', '-qq'],
      // Through env, since sudo drops the caller's variables.
      [
        'env',
        'DEBIAN_FRONTEND=noninteractive',
        'apt-get',
        'install',
        '-y',
        '--no-install-recommends',
        'chromium',
      ],
    ],
  },
  { name: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
  { name: 'apk', commands: [['apk', 'add', '--no-cache', 'chromium']] },
  { name: 'pacman', commands: [['pacman', '-Sy', '--noconfirm', 'chromium']] },
];

/** What to tell a person whose machine has no browser and gets none by itself. */
export const NO_BROWSER =
  'No Chrome, Chromium or Edge starts on this machine, and none could be installed. Install one (on Debian: ' +
  '"apt-get install chromium"; elsewhere: https://www.google.com/chrome/), or name one with BROWSER_PATH=/path/to/browser.';

/** True where the browser opens a page: a file in the right place may lack its libraries or be a mere stub. */
async function opens(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ ...launchOptions(), executablePath, timeout: 30_000 });
    const page = await browser.newPage();
    await page.goto('data:text/html,<title>open</title>');
    await browser.close();
    return true;
  } catch (error) {
    console.log(`  ${executablePath} does not open: ${String(error).split('\n', 1)[0]}`);
    return false;
  }
}

async function firstThatOpens(): Promise<string | undefined> {
  for (const path of listBrowsers()) if (await opens(path)) return path;
  return undefined;
}

function run({ words: [program = '', ...rest], env }: Command): Promise<boolean> {
  return new Promise((resolve) => {
    console.log(`  ${[program, ...rest].join(' ')}`);
    const child = spawn(program, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
      timeout: INSTALL_LIMIT_MS,
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function works(...words: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(words[0] ?? '', words.slice(1), { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** The words to put before a command that only the administrator may run; undefined where there is no way. */
async function asAdministrator(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  return (await works('sudo', '-n', 'true')) ? ['sudo', '-n'] : undefined;
}

async function downloadWithPlaywright(administrator: string[] | undefined): Promise<void> {
  const playwright = [process.execPath, 'node_modules/playwright/cli.js'];
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(CONNECTION_LIMIT_MS) };
  const downloaded = await run({ words: [...playwright, 'install', '--no-shell', 'chromium'], env });
  // Its own question for the libraries asks for a password; only go where none is needed.
  if (downloaded && administrator && process.platform === 'linux' && !(await firstThatOpens())) {
    await run({ words: [...administrator, ...playwright, 'install-deps', 'chromium'] });
  }
}

async function installPackage(administrator: string[] | undefined): Promise<void> {
  if (!administrator || process.platform !== 'linux') return;
  for (const { name, commands } of PACKAGE_MANAGERS) {
    if (!(await works(name, '--version'))) continue;
    for (const words of commands) {
      await run({ words: [...administrator, ...words] });
    }
    return;
  }
}

/**
 * Path of a browser that opens a page: an installed one, else one installed now, first by Playwright's
 * download, then by the platform's package manager. Undefined where no way led to one (see `NO_BROWSER`).
 */
export async function ensureBrowser(): Promise<string | undefined> {
  const present = await firstThatOpens();
  if (present || process.env.BROWSER_PATH) return present;
  console.log('No browser that opens: installing one.');
  const administrator = await asAdministrator();
  await downloadWithPlaywright(administrator);
  const downloaded = await firstThatOpens();
  if (downloaded) return downloaded;
  await installPackage(administrator);
  return firstThatOpens();
}
