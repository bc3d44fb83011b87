import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DictionaryServer {
  url: string;
  /** Requests so far. */
  readonly requests: number;
  close(): Promise<void>;
}

/** A real HTTP server that answers each request for the dictionary as `answer` does. */
export async function serveDictionary(
  answer: (response: ServerResponse, request: number) => void,
): Promise<DictionaryServer> {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    answer(response, requests);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/dictionary/ipadic-test.bin`,
    get requests() {
      return requests;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
