import type { DeviceInstall, DeviceModel } from '../../domain/rehearsal/recognition-way';

/** What came to the constructor with on-device recognition (Chrome 139); elsewhere missing. */
interface OnDeviceStatics {
  available?: (options: LanguageOptions) => Promise<unknown>;
  install?: (options: LanguageOptions) => Promise<unknown>;
}

interface LanguageOptions {
  langs: string[];
  processLocally: boolean;
}

const JAPANESE_ON_DEVICE: LanguageOptions = { langs: ['ja-JP'], processLocally: true };

/** An answer about what is installed comes from this device; one that takes longer, ms, will not come. */
const ANSWER_LIMIT_MS = 3_000;
/** Some browsers say for ever that they are downloading, ms. A pack of tens of MB on a slow line may take longer; one asks again. */
const INSTALL_LIMIT_MS = 180_000;

const MODELS: Readonly<Record<string, DeviceModel>> = {
  available: 'ready',
  downloadable: 'downloadable',
  downloading: 'downloading',
};

/** Whether the browser can be asked at all. */
export function knowsDeviceModels(recogniser: object | undefined): boolean {
  return typeof (recogniser as OnDeviceStatics | undefined)?.available === 'function';
}

/** What the browser has for Japanese on this device; what it does not answer it does not have. Never rejects. */
export async function askDeviceModel(recogniser: object | undefined): Promise<DeviceModel> {
  const statics = recogniser as OnDeviceStatics | undefined;
  if (typeof statics?.available !== 'function') return 'unsupported';
  const answer = await within(ANSWER_LIMIT_MS, () => statics.available?.(JAPANESE_ON_DEVICE));
  return (answer.kind === 'answered' && MODELS[String(answer.value)]) || 'unsupported';
}

/** Has the browser fetch what it needs; call it from a click. Never rejects. */
export async function installDeviceModel(recogniser: object | undefined): Promise<DeviceInstall> {
  const statics = recogniser as OnDeviceStatics | undefined;
  if (typeof statics?.install !== 'function') return 'failed';
  const answer = await within(INSTALL_LIMIT_MS, () => statics.install?.(JAPANESE_ON_DEVICE));
  if (answer.kind === 'late') return 'timed-out';
  return answer.kind === 'answered' && answer.value === true ? 'installed' : 'failed';
}

type Answer = { kind: 'answered'; value: unknown } | { kind: 'refused' } | { kind: 'late' };

async function within(limitMs: number, ask: () => Promise<unknown> | undefined): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'late' }), limitMs);
  });
  const answer = async (): Promise<Answer> => {
    try {
      return { kind: 'answered', value: await ask() };
    } catch {
      return { kind: 'refused' };
    }
  };
  try {
    return await Promise.race([answer(), late]);
  } finally {
    clearTimeout(timer);
  }
}
