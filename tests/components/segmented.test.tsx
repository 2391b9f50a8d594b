import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { Segmented } from '#src/ui/controls/Segmented.tsx';
import { accessibilityFaults } from './accessibility-faults.ts';
import { mount } from './mount.tsx';

const OPTIONS = ['Bars', 'Balance', 'Time'].map((label) => ({ value: label, label }));

function Choice() {
  const [value, setValue] = useState('Bars');
  return (
    <Segmented label="Chart" name="chart" options={OPTIONS} value={value} onChange={setValue} />
  );
}

it('one choice out of a few is one stop of the Tab key, and arrows go round', async () => {
  await mount(
    '/',
    <>
      <button>Before</button>
      <Choice />
      <button>After</button>
    </>,
  );
  const choice = (name: string) => page.getByRole('radio', { name });
  const button = (name: string) => page.getByRole('button', { name });
  await expect.element(page.getByRole('group', { name: 'Chart' })).toBeVisible();
  expect(await accessibilityFaults('main')).toEqual([]);
  await button('Before').click();
  await userEvent.keyboard('{Tab}');
  await expect.element(choice('Bars')).toHaveFocus();
  for (const name of ['Balance', 'Time', 'Bars']) {
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(choice(name)).toHaveFocus();
    await expect.element(choice(name)).toBeChecked();
  }
  await userEvent.keyboard('{Tab}');
  await expect.element(button('After')).toHaveFocus();
  await choice('Balance').click();
  await expect.element(choice('Balance')).toBeChecked();
  await expect.element(choice('Bars')).not.toBeChecked();
});
