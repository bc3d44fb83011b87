import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

/** Most script and style that the first load may need, in bytes after gzip. */
export const FIRST_LOAD_LIMIT_BYTES = 120_000;

export interface LoadedFile {
  /** Relative to the built app's folder. */
  path: string;
  gzipBytes: number;
}

/** Files that a script imports statically, as paths. What it imports on demand is not among them. */
function staticImports(path: string): string[] {
  const { program } = parseSync(path, readFileSync(path, 'utf8'));
  const found: string[] = [];
  for (const statement of program.body) {
    if (
      (statement.type === 'ImportDeclaration' ||
        statement.type === 'ExportNamedDeclaration' ||
        statement.type === 'ExportAllDeclaration') &&
      statement.source
    ) {
      found.push(join(dirname(path), statement.source.value));
    }
  }
  return found;
}

/**
 * Scripts and styles that a browser must have before the built app's first screen: what `index.html` names,
 * and all that those scripts import statically. Chunks loaded on demand, workers and the dictionary are left out.
 */
export function measureFirstLoad(builtApp: string): LoadedFile[] {
  const html = readFileSync(join(builtApp, 'index.html'), 'utf8');
  const tags = html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"[^>]*>/g);
  const waiting = [...tags].map(([, address = '']) => join(builtApp, address));
  const seen = new Set<string>();
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (path.endsWith('.js')) waiting.push(...staticImports(path));
  }
  return [...seen].map((path) => ({
    path: relative(builtApp, path),
    gzipBytes: gzipSync(readFileSync(path)).length,
  }));
}
