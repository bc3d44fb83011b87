/** Where speech is turned into words: on this device, or by the browser maker's servers. */
export type RecognitionWay = 'device' | 'cloud';

/** What the browser has for recognising Japanese on this device. */
export type DeviceModel =
  /** It cannot do that at all, or not for Japanese. */
  | 'unsupported'
  /** It can, once it has fetched what it needs. */
  | 'downloadable'
  | 'downloading'
  | 'ready';

export type DeviceInstall = 'installed' | 'failed' | 'timed-out';
