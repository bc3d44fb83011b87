import type { Page } from '@playwright/test';

/**
 * What goes wrong on the page from now on without the person being told: errors that nobody caught, and refusals
 * of the Content-Security-Policy. Empty at the end of a journey that goes well.
 */
export function watchTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  return trouble;
}
