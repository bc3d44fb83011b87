import type { LaunchOptions } from 'playwright';
import { findBrowser } from './find-browser.ts';

export interface FakeMicrophone {
  /** Path of a WAV file that is heard once from the moment the microphone opens, then silence. */
  wav?: string;
  /** False leaves the permission question to the test's own context permissions. */
  grantsEveryRequest?: boolean;
}

/**
 * How every test starts its browser: the browser found on this machine, runnable as root in a container
 * (no sandbox: the tests open the project's own pages alone) and without a graphics card, with Chromium's
 * own fake audio device as microphone.
 */
export function launchOptions({ wav, grantsEveryRequest = true }: FakeMicrophone = {}): LaunchOptions {
  const executablePath = findBrowser();
  return {
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-device-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      ...(grantsEveryRequest ? ['--use-fake-ui-for-media-stream'] : []),
      ...(wav ? [`--use-file-for-fake-audio-capture=${wav}%noloop`] : []),
    ],
  };
}
