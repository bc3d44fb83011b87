import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Dialog } from '../../src/ui/dialog';
import { mount } from '../features/mount';

function Opener({ field }: { field: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        名前を変える
      </button>
      {open && (
        <Dialog title="ピッチの名前" closeLabel="閉じる" onClose={() => setOpen(false)}>
          {field && <input aria-label="名前" />}
          <button type="button" onClick={() => setOpen(false)}>
            決める
          </button>
        </Dialog>
      )}
    </>
  );
}

const opener = page.getByRole('button', { name: '名前を変える' });
const dialog = page.getByRole('dialog', { name: 'ピッチの名前' });

async function open(field = true) {
  mount(<Opener field={field} />);
  await opener.click();
  await expect.element(dialog).toBeVisible();
}

describe('a dialog', () => {
  test('has a name, and its field has the focus', async () => {
    await open();
    await expect.element(page.getByRole('textbox', { name: '名前' })).toHaveFocus();
  });

  test.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['its close button', () => page.getByRole('button', { name: '閉じる' }).click()],
    ['its own button', () => page.getByRole('button', { name: '決める' }).click()],
  ])('closed by %s gives the focus back to where it came from', async (_, close) => {
    await open();
    await close();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
  });

  test('opens again after Escape', async () => {
    await open();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await opener.click();
    await expect.element(dialog).toBeVisible();
  });

  test('keeps the focus inside while it is open', async () => {
    await open(false);
    for (let press = 0; press < 4; press++) {
      await userEvent.keyboard('{Tab}');
      const focused = document.activeElement;
      expect(focused === document.body || dialog.element().contains(focused)).toBe(true);
    }
  });

  test('the Escape that gives up a conversion in its field does not close it', async () => {
    await open();
    const input = page.getByRole('textbox', { name: '名前' }).element();
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, cancelable: true }),
    );
    await expect.element(dialog).toBeVisible();
  });
});
