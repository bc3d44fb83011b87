import { expect, test, vi } from 'vitest';
import { RevisionsPage } from '../../../src/features/revisions/revisions-page';
import { VARIANT } from '../../state/open-app';
import { mount, openStore } from '../mount';

const REVISIONS = 200;
/** Longest time for what scrolls into view to be drawn on a busy machine, ms. */
const soon = { timeout: 4000, interval: 20 };

test('of many revisions only what is in view or near it is drawn, as far down as one scrolls', async () => {
  const open = await openStore();
  for (let index = 0; index < REVISIONS; index += 1) {
    const id = `revision ${index}`;
    open.storage.rows.revisions.set(id, {
      id,
      variantId: VARIANT.id,
      script: `${VARIANT.script}${index}回目です。`,
      keptAt: index * 60_000,
    });
  }
  const { element } = mount(<RevisionsPage variant={open.now().variants[VARIANT.id]!} />, open.store);
  const items = () => [...element.querySelectorAll('ol > li')];
  const drawn = () => items().filter((item) => item.querySelector('details') !== null).length;
  // The present script, which no revision holds, stands first.
  await vi.waitFor(() => expect(items()).toHaveLength(REVISIONS + 1), soon);
  await vi.waitFor(() => expect(drawn()).toBeGreaterThan(0), soon);
  expect(drawn()).toBeLessThan(REVISIONS / 4);

  const last = items().at(-1)!;
  expect(last.querySelector('details')).toBeNull();
  last.scrollIntoView();
  await vi.waitFor(() => expect(last.querySelector('details')).not.toBeNull(), soon);
  expect(last.textContent).toContain('次の原稿まで');
  expect(drawn()).toBeLessThan(REVISIONS / 4);

  // Paper has no window: there everything is in view, and drawn before the event of printing is over.
  dispatchEvent(new Event('beforeprint'));
  await Promise.resolve();
  expect(drawn()).toBe(REVISIONS);
  dispatchEvent(new Event('afterprint'));
  await Promise.resolve();
  expect(drawn()).toBeLessThan(REVISIONS / 4);
});
