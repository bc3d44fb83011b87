import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const OUTSIDE_PATH = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Paths of the Chromium-family browsers on this machine, the preferred one first: installed ones, then
 * the one that Playwright has downloaded. `BROWSER_PATH` stands alone: who names a browser wants that one.
 */
export function listBrowsers(): string[] {
  const named = process.env.BROWSER_PATH;
  if (named) return existsSync(named) ? [named] : [];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...inPath, ...OUTSIDE_PATH, chromium.executablePath()].filter((path) => existsSync(path));
}

/** Path of the preferred browser of `listBrowsers`, or undefined where there is none. */
export function findBrowser(): string | undefined {
  return listBrowsers()[0];
}
