import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeViolations } from './axe';
import { watchTrouble } from './watch-trouble';

/** Every screen that a first visit can reach, by way of the worked example. */
const SCREENS = [
  { name: 'library', path: '' },
  { name: 'matrix', path: '#/matrix/example' },
  { name: 'write', path: '#/write/example-60' },
  { name: 'two variants', path: '#/compare/example-60' },
  { name: 'fitting', path: '#/fit/example-60' },
  { name: 'revisions', path: '#/revisions/example-60' },
  { name: 'memorise', path: '#/memorise/example-60' },
  { name: 'doorway', path: '#/doorway/example-60' },
  { name: 'rehearse', path: '#/rehearse/example-60' },
  { name: 'review', path: '#/review/example-60' },
  { name: 'settings', path: '#/settings' },
  { name: 'not found', path: '#/write/no-such-variant' },
];

async function openScreen(page: Page, path: string): Promise<void> {
  // The example is there once the first screen is.
  await page.goto('./');
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.goto(`./${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

for (const { name, path } of SCREENS) {
  test(`axe finds nothing on the screen "${name}", light and dark @both`, async ({ page }) => {
    const trouble = watchTrouble(page);
    await openScreen(page, path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await expectNoAxeViolations(page);
    }
    expect(trouble).toEqual([]);
  });

  test(`the screen "${name}" fits 360 px, and text of twice the size @phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openScreen(page, path);
    const overflowPx = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflowPx()).toBe(0);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await overflowPx()).toBe(0);
  });
}
