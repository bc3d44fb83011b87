import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Menu } from '../../src/ui/menu';
import { mount } from '../features/mount';

const opener = page.getByRole('button', { name: '朝の交流会の操作' });
const copy = page.getByRole('button', { name: '複製する' });

function show() {
  const onCopy = vi.fn();
  const onUp = vi.fn();
  mount(
    <Menu
      label="朝の交流会の操作"
      items={[
        { name: '複製する', icon: 'copy', onChoose: onCopy },
        { name: '上へ', icon: 'up', disabled: true, onChoose: onUp },
      ]}
    />,
  );
  return { onCopy, onUp };
}

describe('a menu', () => {
  test('opens at a press, does what is chosen once, and closes', async () => {
    const { onCopy } = show();
    await expect.element(copy).not.toBeInTheDocument();
    await opener.click();
    await expect.element(copy).toBeVisible();
    await copy.click();
    expect(onCopy).toHaveBeenCalledTimes(1);
    await expect.element(copy).not.toBeInTheDocument();
  });

  test('by keys alone: opened, gone into, chosen; the focus comes back', async () => {
    const { onCopy } = show();
    await expect.element(opener).toBeVisible();
    (opener.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(copy).toBeVisible();
    await userEvent.keyboard('{Tab}');
    await expect.element(copy).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onCopy).toHaveBeenCalledTimes(1);
    await expect.element(opener).toHaveFocus();
  });

  test('Escape closes it and changes nothing', async () => {
    const { onCopy } = show();
    await expect.element(opener).toBeVisible();
    (opener.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}{Tab}{Escape}');
    await expect.element(copy).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
    expect(onCopy).not.toHaveBeenCalled();
  });

  test('what cannot be done now cannot be chosen', async () => {
    const { onUp } = show();
    await opener.click();
    const up = page.getByRole('button', { name: '上へ' });
    await expect.element(up).toBeDisabled();
    (up.element() as HTMLElement).click();
    expect(onUp).not.toHaveBeenCalled();
  });

  test('two menus on a page open each its own', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    mount(
      <>
        <Menu label="一" items={[{ name: '一を消す', icon: 'delete', onChoose: first }]} />
        <Menu label="二" items={[{ name: '二を消す', icon: 'delete', onChoose: second }]} />
      </>,
    );
    await page.getByRole('button', { name: '二' }).click();
    await expect.element(page.getByRole('button', { name: '一を消す' })).not.toBeInTheDocument();
    await page.getByRole('button', { name: '二を消す' }).click();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  });
});
