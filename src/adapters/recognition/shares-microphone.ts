interface UserAgentData {
  platform?: string;
  mobile?: boolean;
}

/**
 * Whether a recogniser can listen while the page has the microphone open. On Android one of the two gets silence
 * (WebAudio/web-speech-api#101, cwilso/AudioRecorder#9), and no browser tells of it: the platform is all there is to go by.
 */
export function sharesMicrophone(
  agent: { userAgent: string; userAgentData?: UserAgentData } = navigator,
): boolean {
  const { platform } = agent.userAgentData ?? {};
  return platform ? platform !== 'Android' : !/Android/u.test(agent.userAgent);
}
