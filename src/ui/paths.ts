/** Addresses of the screens, inside the hash so that the app works from any folder of any static host. */
export const paths = {
  library: () => '/',
  matrix: (pitchId: string) => `/matrix/${pitchId}`,
  write: (variantId: string) => `/write/${variantId}`,
  memorise: (variantId: string) => `/memorise/${variantId}`,
  doorway: (variantId: string) => `/doorway/${variantId}`,
  rehearse: (variantId: string) => `/rehearse/${variantId}`,
  progress: (variantId: string) => `/review/${variantId}`,
  take: (variantId: string, takeId: string) => `/review/${variantId}/${takeId}`,
  share: (variantId: string) => `/share/${variantId}`,
  receive: (payload: string) => `/receive/${payload}`,
  compare: (variantId: string, beforeId: string, afterId: string) =>
    `/review/${variantId}/${beforeId}/${afterId}`,
  /** Without a second variant the one it was made from, or the nearest, is taken. */
  compareVariants: (variantId: string, otherId?: string) =>
    `/compare/${variantId}${otherId ? `/${otherId}` : ''}`,
  fit: (variantId: string) => `/fit/${variantId}`,
  revisions: (variantId: string) => `/revisions/${variantId}`,
  settings: () => '/settings',
};
