import { describe, expect } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { accessibilityFaults, visitTest } from './app-test.ts';

const { entries, sources } = await readRecord();
const reporter = new Map(sources.map(({ id, reportedBy }) => [id, reportedBy]));

/** How many entries of a field at a meeting the accounts of a party have, whoever else has them. */
const toldBy = (account: string, field: string, meeting: number) =>
  entries.filter(
    (entry) =>
      entry.meeting === meeting &&
      entry.fields.includes(field) &&
      [entry.source, ...(entry.further ?? []).map(({ source }) => source)].some(
        (id) => reporter.get(id ?? '') === account,
      ),
  ).length;

describe('what was read of a meeting', () => {
  visitTest('stands under the heat map and in its silent cells', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?chart=heat&field=media&field=energy');
    const grid = page.getByRole('grid');
    const foot = grid.getByRole('row', { name: /^Documents read/ });
    await foot.getByText('8 documents read: China 6 and Russia 2').waitFor({ state: 'attached' });
    const silent = grid.getByLabel(/^Media, 9th meeting: /);
    await silent.focus();
    await page
      .getByText(
        'Media, 9th meeting: Read, and not mentioned. 6 documents read: China 5 and Third parties 1. ' +
          'No account of Russia was read for this meeting.',
      )
      .waitFor();
    await grid.getByLabel(/^Media, 17th meeting: /).hover();
    await page
      .getByText(
        'Media, 17th meeting: Read, and not mentioned. 8 documents read: China 6 and Russia 2.',
      )
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  visitTest(
    'is told of each party where a number is opened, whatever the filters',
    async ({ app }) => {
      const { page, open } = app;
      const told = page.getByRole('region', { name: 'Mentioned by whom' });
      const lines = () => told.getByRole('listitem').allInnerTexts();
      const count = (account: string, field: string, meeting: number) => {
        const due = toldBy(account, field, meeting);
        return `${due} ${due === 1 ? 'entry' : 'entries'}`;
      };
      await open('/fields?chart=heat&kind=agreement&open=field:energy,meeting:9');
      await expect
        .poll(lines)
        .toEqual([
          `In accounts of China: ${count('china', 'energy', 9)}`,
          'No account of Russia was read for this meeting.',
        ]);
      await open('/fields?chart=heat&open=field:agriculture,meeting:28');
      await expect
        .poll(lines)
        .toEqual([
          `In accounts of China: ${count('china', 'agriculture', 28)}`,
          'In no account of Russia that was read',
        ]);
      await open('/fields?chart=heat&open=field:energy,meeting:22');
      await expect
        .poll(lines)
        .toEqual([
          `In accounts of China: ${count('china', 'energy', 22)}`,
          'In no account of Russia that was read',
          `In texts that both agreed: ${count('joint', 'energy', 22)}`,
          `In accounts of third parties: ${count('third', 'energy', 22)}`,
        ]);
      await told.getByText('11 documents read: China 4, Russia 3').waitFor();
    },
  );
});
