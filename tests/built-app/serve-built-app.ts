import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';

const DIST = resolve(import.meta.dirname, '../../dist');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

export interface ServedApp {
  /** Ends with the sub-path. */
  address: string;
  /** Paths asked for so far, relative to the host. */
  requested: string[];
  /** From now on a file has this body, as after a new version was put on the host. */
  replace(path: string, change: (body: string) => string): void;
  stop(): Promise<void>;
}

/**
 * Serves the built app as the plainest static host does: files by path, 404 for the rest, no compression,
 * no fallback page, no headers beyond the type. `subPath` starts and ends with a slash.
 */
export async function serveBuiltApp(subPath: string): Promise<ServedApp> {
  const requested: string[] = [];
  const changes = new Map<string, (body: string) => string>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requested.push(pathname);
    const inside = pathname.startsWith(subPath) ? pathname.slice(subPath.length) || 'index.html' : undefined;
    const path = inside && normalize(inside);
    try {
      if (path === undefined || path.startsWith('..')) throw new Error(`Not served: ${pathname}`);
      const body = await readFile(join(DIST, path));
      const change = changes.get(path);
      response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' });
      response.end(change ? change(body.toString()) : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port for the built app');
  return {
    address: `http://localhost:${address.port}${subPath}`,
    requested,
    replace: (path, change) => changes.set(path, change),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
