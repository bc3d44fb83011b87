import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** Per layer: the layers it may import, and the npm packages (by pattern). */
const RULES: Record<string, { layers: string[]; typeOnlyLayers?: string[]; packages: RegExp }> = {
  domain: { layers: ['domain'], packages: /^$/ },
  adapters: { layers: ['domain'], packages: /^(idb|valibot|virtual:pwa-register|fourier-transform$)/ },
  state: { layers: ['domain', 'state'], typeOnlyLayers: ['adapters'], packages: /^zustand/ },
  ui: { layers: ['ui', 'text-ja', 'domain'], packages: /^(react|wouter)/ },
  'text-ja': { layers: ['domain', 'text-ja'], packages: /^$/ },
  features: {
    layers: ['state', 'ui', 'text-ja', 'domain'],
    packages: /^(react|wouter|wavesurfer\.js|lean-qr$)/,
  },
  app: { layers: ['domain', 'adapters', 'state', 'features', 'ui', 'text-ja', 'app'], packages: /./ },
};

/** Folders inside which siblings must not import one another. */
const SEALED = ['adapters', 'features'];

/** Browser globals, clocks and chance, which the domain must not touch. */
const IMPURE = /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|localStorage|fetch\()/;

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): Import[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  const found: Import[] = [];
  for (const match of source.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'/g)) {
    found.push({ file, target: match[2]!, typeOnly: match[1] !== undefined });
  }
  for (const match of source.matchAll(/(?:^|\n)import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g)) {
    found.push({ file, target: (match[1] ?? match[2])!, typeOnly: false });
  }
  return found;
}

/** Folder path of a relative import inside src, e.g. `domain/text/characters`. */
function insideSrc({ file, target }: Import): string {
  return relative(SRC, resolve(SRC, dirname(file), target)).replaceAll('\\', '/');
}

describe('imports follow the layers', () => {
  const layers = [...new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!))];

  test('every folder of src has a rule', () => {
    expect(layers.filter((layer) => !(layer in RULES))).toEqual([]);
  });

  test.each(layers)('%s', (layer) => {
    const rule = RULES[layer]!;
    const wrong: string[] = [];
    for (const file of files.filter((candidate) => candidate.startsWith(`${layer}/`))) {
      // A package's pack/ folder builds data on a developer's machine and is never part of the app.
      if (file.includes('/pack/')) continue;
      for (const item of importsOf(file)) {
        if (!item.target.startsWith('.')) {
          const reactBinding = /^state\/use-[a-z-]+\.ts$/.test(file);
          if (!rule.packages.test(item.target) && !reactBinding) wrong.push(`${file} → ${item.target}`);
          continue;
        }
        const path = insideSrc(item);
        const targetLayer = path.split('/')[0]!;
        const allowed =
          rule.layers.includes(targetLayer) || (item.typeOnly && rule.typeOnlyLayers?.includes(targetLayer));
        const sibling =
          SEALED.includes(layer) && targetLayer === layer && path.split('/')[1] !== file.split('/')[1];
        const own = layer === targetLayer && !sibling;
        if ((!allowed && !own) || sibling) wrong.push(`${file} → ${path}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('the domain touches no clock, no chance and no browser', () => {
    const impure = files
      .filter((file) => file.startsWith('domain/'))
      .filter((file) => IMPURE.test(readFileSync(join(SRC, file), 'utf8')));
    expect(impure).toEqual([]);
  });

  test('no barrels and no rooms without a name', () => {
    const unwanted = files.filter((file) =>
      /(^|\/)(index|utils?|helpers?|common|misc|manager)(\.|\/)/.test(file),
    );
    expect(unwanted).toEqual([]);
  });
});
