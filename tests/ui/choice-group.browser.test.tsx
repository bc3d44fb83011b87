import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ChoiceGroup } from '../../src/ui/choice-group';
import { mount } from '../features/mount';

const CHOICES = [
  { value: 'voice', name: '声で', description: 'マイクで録音します' },
  { value: 'words', name: '声と認識で', disabled: true },
  { value: 'typed', name: '入力で' },
] as const;
type Value = (typeof CHOICES)[number]['value'];

let chosen: Value[];
function Group() {
  const [value, setValue] = useState<Value>('voice');
  return (
    <ChoiceGroup
      legend="練習のしかた"
      choices={CHOICES}
      value={value}
      onChange={(next) => {
        chosen.push(next);
        setValue(next);
      }}
    />
  );
}

const radio = (name: string) => page.getByRole('radio', { name });
async function show() {
  chosen = [];
  mount(<Group />);
  await expect.element(page.getByRole('group', { name: '練習のしかた' })).toBeVisible();
}

test('one is chosen, by a press anywhere on its card', async () => {
  await show();
  await expect.element(radio('声で')).toBeChecked();
  await page.getByText('入力で').click();
  await expect.element(radio('入力で')).toBeChecked();
  await expect.element(radio('声で')).not.toBeChecked();
  expect(chosen).toEqual(['typed']);
});

test('by keys: one stop for Tab, arrows go round and pass over what cannot be chosen', async () => {
  await show();
  await userEvent.keyboard('{Tab}');
  await expect.element(radio('声で')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(radio('入力で')).toHaveFocus();
  await expect.element(radio('入力で')).toBeChecked();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(radio('声で')).toBeChecked();
  expect(chosen).toEqual(['typed', 'voice']);
});

test('two groups of the same choices do not share their choice', async () => {
  chosen = [];
  mount(
    <>
      <Group />
      <Group />
    </>,
  );
  await radio('入力で').nth(1).click();
  await expect.element(radio('声で').nth(0)).toBeChecked();
  await expect.element(radio('入力で').nth(1)).toBeChecked();
});
