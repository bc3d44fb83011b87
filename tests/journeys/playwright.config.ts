import { createServer } from 'node:net';
import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from '../browser/launch-options';

/** A port that nothing listens on now. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port for the built app');
  return String(address.port);
}

// Every worker reads this file again: the first reading chooses, the others inherit its choice.
process.env.JOURNEY_PORT ??= await freePort();
const address = `http://localhost:${process.env.JOURNEY_PORT}/`;

/**
 * Journeys through the built app (`npm run build` first). A journey tagged `@phone` runs on a phone's screen,
 * `@both` on both, any other on a desktop's. One that needs its own microphone calls
 * `test.use({ launchOptions: launchOptions({ wav }) })`.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/journeys',
  fullyParallel: true,
  forbidOnly: true,
  // A machine that is busy with something else may be too slow once; what fails twice is broken.
  retries: 1,
  workers: 2,
  timeout: 60_000,
  globalTimeout: 25 * 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    trace: 'off',
    screenshot: 'off',
    video: 'off',
    launchOptions: launchOptions(),
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone/,
      use: { viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'phone',
      grep: /@phone|@both/,
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: devices['Pixel 7'].deviceScaleFactor,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${process.env.JOURNEY_PORT} --strictPort`,
    cwd: '../..',
    url: address,
    reuseExistingServer: false,
  },
});
