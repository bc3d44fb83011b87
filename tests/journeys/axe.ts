import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One line per rule broken, then one per place, so that the failure names what to mend. */
function describeViolations({ violations }: AxeResults): string {
  return violations
    .map(({ id, impact, help, nodes }) => {
      const places = nodes.map(
        ({ target, html, failureSummary }) =>
          `  ${target.join(' ')}\n    ${html}\n    ${(failureSummary ?? '').replaceAll('\n', '\n    ')}`,
      );
      return [`${id} (${impact ?? 'unrated'}): ${help}`, ...places].join('\n');
    })
    .join('\n\n');
}

/**
 * Fails where axe-core finds a breach of WCAG 2.2 A or AA or of its own best practices in what the page shows
 * now. Animations are let run out first: a half faded text has not its final contrast.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished),
    ),
  );
  // Through the debugging protocol, which the page's Content-Security-Policy does not bind.
  await page.evaluate(AXE_SOURCE);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  expect(describeViolations(results), 'axe-core on what is shown').toBe('');
}
