/** One entry of a result list: words, confidence (0–1), `isFinal`. */
export type FixtureResult = [transcript: string, confidence: number, isFinal: boolean];

/** One event a session fires; `atMs` counts from `start()`, or from `stop()` in `onStop`. */
export type FixtureEvent =
  | { atMs: number; type: 'result' | 'nomatch'; resultIndex: number; results: FixtureResult[] }
  | { atMs: number; type: 'error'; error: string }
  | {
      atMs: number;
      type:
        | 'start'
        | 'audiostart'
        | 'soundstart'
        | 'speechstart'
        | 'speechend'
        | 'soundend'
        | 'audioend'
        | 'end';
    };

export interface FixtureSession {
  /** `start()` throws a DOMException of this name, and no event follows. */
  startThrows?: string;
  /** As `startThrows`, for a start that is given a track. */
  trackThrows?: string;
  events: FixtureEvent[];
  /** What follows `stop()` in place of the events still to come; by default the end alone, after 120 ms. */
  onStop?: FixtureEvent[];
}

/** A recogniser's behaviour: the sessions it gives one after the other, the last again and again. */
export interface SpeechRecognitionFixture {
  /** What it shows and where that was seen. */
  source: string;
  /** The global names the browser has the API under. */
  names: ('SpeechRecognition' | 'webkitSpeechRecognition')[];
  /** Has `processLocally` and `phrases`, and takes a track, as Chrome does since on-device recognition. */
  onDevice: boolean;
  /** Has `available()` and `install()`, which answer so for Japanese; `never`: the download has no end. */
  model?: {
    status: 'unavailable' | 'downloadable' | 'downloading' | 'available';
    installs: boolean | 'never';
  };
  sessions: FixtureSession[];
}

/** What the fake notes about its use; in a page it is `globalThis.fakeSpeechRecognition`. */
export interface FakeSpeechRecognitionRecord {
  starts: {
    lang: string;
    continuous: boolean;
    interimResults: boolean;
    track: boolean;
    phrases: string[];
    local?: true;
  }[];
  /** Sessions between start and end. */
  running: number;
}

interface FakeScope {
  fakeSpeechRecognition?: FakeSpeechRecognitionRecord;
  SpeechRecognition?: unknown;
  webkitSpeechRecognition?: unknown;
  SpeechRecognitionPhrase?: unknown;
}

/**
 * Puts a SpeechRecognition in place whose backend is `fixture`: the real service cannot run where tests do. Events are
 * asynchronous; a second `start()` throws; `stop()` is answered by what the fixture says comes late; `abort()` by an
 * `aborted` error and the end. Time runs `speed` times as fast as in the fixture.
 *
 * It is turned into text to be run inside a page, so it must refer to nothing outside itself, and uses no syntax that
 * compilers replace by helpers of theirs.
 */
export function installFakeSpeechRecognition(
  fixture: SpeechRecognitionFixture,
  scope: object = globalThis,
  speed = 1,
): FakeSpeechRecognitionRecord {
  const target = scope as FakeScope;
  const record: FakeSpeechRecognitionRecord = { starts: [], running: 0 };
  let session = 0;

  const listOf = (results: FixtureResult[]) => {
    const entries = results.map(([transcript, confidence, isFinal]) => {
      const alternative = { transcript, confidence };
      return { 0: alternative, length: 1, isFinal, item: () => alternative };
    });
    return Object.assign(
      { length: entries.length, item: (index: number) => entries[index] ?? null },
      entries,
    );
  };

  const eventOf = (event: FixtureEvent) => {
    const made = new Event(event.type);
    if (event.type === 'error') Object.assign(made, { error: event.error, message: '' });
    if (event.type === 'result' || event.type === 'nomatch')
      Object.assign(made, { resultIndex: event.resultIndex, results: listOf(event.results) });
    return made;
  };

  interface Running {
    state: 'idle' | 'running' | 'stopping';
    timers: ReturnType<typeof setTimeout>[];
    onStop: FixtureEvent[];
  }
  const states = new WeakMap<object, Running>();
  const stateOf = (recognition: object): Running => {
    let state = states.get(recognition);
    if (!state) {
      state = { state: 'idle', timers: [], onStop: [] };
      states.set(recognition, state);
    }
    return state;
  };

  const play = (recognition: FakeSpeechRecognition, events: FixtureEvent[]) => {
    const own = stateOf(recognition);
    // A refused start that fires `error` alone ends the session as well.
    const ends = events.some(({ type }) => type === 'end') ? 'end' : 'error';
    for (const timer of own.timers) clearTimeout(timer);
    own.timers = events.map((event) =>
      setTimeout(() => {
        if (event.type === ends && own.state !== 'idle') {
          own.state = 'idle';
          record.running--;
        }
        const made = eventOf(event);
        const handler = (recognition as unknown as Record<string, unknown>)[`on${event.type}`];
        if (typeof handler === 'function') handler.call(recognition, made);
        recognition.dispatchEvent(made);
      }, event.atMs / speed),
    );
  };

  class FakeSpeechRecognition extends EventTarget {
    declare lang: string;
    declare continuous: boolean;
    declare interimResults: boolean;
    declare maxAlternatives: number;
    declare processLocally?: boolean;
    declare phrases?: { phrase: string }[];

    constructor() {
      super();
      Object.assign(this, { lang: '', continuous: false, interimResults: false, maxAlternatives: 1 });
      if (fixture.onDevice) this.phrases = [];
    }

    start(track?: unknown) {
      const own = stateOf(this);
      if (own.state !== 'idle')
        throw new DOMException('recognition has already started', 'InvalidStateError');
      const script = fixture.sessions[Math.min(session, fixture.sessions.length - 1)];
      session++;
      record.starts.push({
        lang: this.lang,
        continuous: this.continuous,
        interimResults: this.interimResults,
        track: track !== undefined,
        phrases: (this.phrases ?? []).map(({ phrase }) => phrase),
        ...(this.processLocally ? { local: true as const } : {}),
      });
      if (!script) return;
      const name = script.startThrows ?? (track === undefined ? undefined : script.trackThrows);
      if (name) throw new DOMException('start refused', name);
      own.state = 'running';
      own.onStop = script.onStop ?? [{ atMs: 120, type: 'end' }];
      record.running++;
      play(this, script.events);
    }

    stop() {
      const own = stateOf(this);
      if (own.state !== 'running') return;
      own.state = 'stopping';
      play(this, own.onStop);
    }

    abort() {
      const own = stateOf(this);
      if (own.state === 'idle') return;
      own.state = 'stopping';
      play(this, [
        { atMs: 0, type: 'error', error: 'aborted' },
        { atMs: 1, type: 'end' },
      ]);
    }
  }
  if (fixture.onDevice) Object.assign(FakeSpeechRecognition.prototype, { processLocally: false });
  const model = fixture.model;
  if (model) {
    let status = model.status;
    const isJapanese = (options: { langs: string[]; processLocally: boolean }) =>
      options.processLocally && options.langs.join() === 'ja-JP';
    Object.assign(FakeSpeechRecognition, {
      available: (options: { langs: string[]; processLocally: boolean }) =>
        Promise.resolve(isJapanese(options) ? status : 'unavailable'),
      install: (options: { langs: string[]; processLocally: boolean }) => {
        if (model.installs === 'never') return new Promise(() => {});
        if (!isJapanese(options) || !model.installs) return Promise.resolve(false);
        status = 'available';
        return Promise.resolve(true);
      },
    });
  }

  function fakePhrase(phrase: string, boost: number) {
    return { phrase, boost };
  }
  target.SpeechRecognition = fixture.names.includes('SpeechRecognition') ? FakeSpeechRecognition : undefined;
  target.webkitSpeechRecognition = fixture.names.includes('webkitSpeechRecognition')
    ? FakeSpeechRecognition
    : undefined;
  // A function that returns an object: `new` gives that object.
  target.SpeechRecognitionPhrase = fixture.onDevice ? fakePhrase : undefined;
  target.fakeSpeechRecognition = record;
  return record;
}

/**
 * The fake as a plain script for Playwright's `addInitScript({ content })`. In the page, `fakeSpeechRecognition` tells
 * how it was used.
 */
export function fakeSpeechRecognitionScript(fixture: SpeechRecognitionFixture, speed = 1): string {
  // esbuild names functions through a helper of its own, which the page does not have.
  return `(() => {
    const __name = (value) => value;
    (${installFakeSpeechRecognition.toString()})(${JSON.stringify(fixture)}, globalThis, ${speed});
  })();`;
}
