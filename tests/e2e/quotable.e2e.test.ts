import { readFileSync } from 'node:fs';

import { describe, expect } from 'vitest';

import { accessibilityFaults, visitTest } from './app-test.ts';

const entries = JSON.parse(readFileSync('mocks/data/entries.json', 'utf8')) as {
  meeting: number;
  party: string;
  fields: string[];
}[];

describe('the headline', () => {
  visitTest('is the finding of the chart that is shown', async ({ app }) => {
    const { page, open } = app;
    const counts = new Map<string, number>();
    for (const { party } of entries.filter(({ meeting }) => meeting === 29))
      counts.set(party, (counts.get(party) ?? 0) + 1);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const of = (party: string) => counts.get(party) ?? 0;
    for (const [lang, words] of [
      [
        'en',
        `Who speaks in ${total} entries: Both together ${of('joint')}, Russia ${of('russia')} and China ${of('china')}`,
      ],
      [
        'zh',
        `${total}个条目由谁表述：双方共同${of('joint')}个、俄罗斯${of('russia')}个和中国${of('china')}个`,
      ],
      [
        'ru',
        `Кто говорит в ${total} записях: Обе стороны\u{A0}— ${of('joint')}, Россия\u{A0}— ${of('russia')} и Китай\u{A0}— ${of('china')}`,
      ],
    ] as const) {
      await open(`/fields?meeting=29&chart=balance&lang=${lang}`);
      const heading = page.getByRole('heading', { level: 1 });
      await expect.poll(() => heading.innerText()).toBe(words);
    }
    await open('/fields?meeting=29&chart=bars');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/lead/);
  });
});

describe('whether a field has grown', () => {
  visitTest('is said by rate and share together, for periods that can be set', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?field=energy&from=2015&chart=time');
    const panel = page.getByRole('region', {
      name: 'Energy: more entries per meeting, but a smaller share of all',
    });
    const row = (name: string) => panel.getByRole('row', { name }).innerText();
    await expect.poll(() => row('Entries per meeting')).toMatch(/3\.0\s+3\.5/);
    expect(await row('Share of all entries')).toMatch(/32\.2%\s+16\.2%/);
    expect(await row('Documents read per meeting')).toMatch(/6\.6\s+9\.5/);
    await panel.getByText('What changed may in part be how much was read').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await panel.getByRole('table', { name: /except that meetings before their range/ }).waitFor();
    const read = page.getByRole('figure', { name: 'Documents read of each meeting' });
    await read.getByText('30th meeting: 29 documents read').waitFor({ state: 'attached' });
    await panel.getByLabel('The later period begins with').selectOption('28');
    await page.waitForURL(/turn=28/);
    await page.getByText('Small numbers: as few as 3 meetings').waitFor();
    await page
      .getByRole('row', { name: /^Entries \d/ })
      .getByRole('link')
      .last()
      .click();
    await page.waitForURL(/[?&]from=2023-12-19&.*#entries$/);
    await page.getByRole('heading', { level: 1, name: /^Energy: \d+ entries/ }).waitFor();
    await open('/fields?field=energy');
    await page.getByRole('table', { name: /^Two periods under these filters\. / }).waitFor();
    for (const [lang, words] of [
      ['zh', '能源：每次会晤的条目数上升，但在全部条目中的占比下降'],
      ['ru', 'Энергетика: записей на встречу больше, но доля среди всех меньше'],
    ] as const) {
      await open(`/fields?field=energy&from=2015&lang=${lang}`);
      await page.getByRole('heading', { name: words }).waitFor();
    }
  });

  visitTest('is met high on the page, and what fell silent is told', async ({ app }) => {
    const { page, open } = app;
    for (const [lang, name] of [
      ['zh', '条形的组成'],
      ['ru', 'Части полос'],
      ['en', 'Parts of the bars'],
    ] as const) {
      await open(`/fields?lang=${lang}`);
      const legend = page.getByRole('list', { name });
      expect((await legend.boundingBox())?.y, lang).toBeLessThanOrEqual(290);
    }
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('leads');
    await open('/fields?field=energy&to=2017&kind=communique');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toContain('leads');
    await page.getByText(/^After the \d+(st|nd|rd|th) meeting .* nothing is on record/).waitFor();
    // The file of the filter before the chart's own, and for a spreadsheet before other programs'.
    const files = await page.getByRole('button', { name: /XLSX|CSV/ }).allInnerTexts();
    expect(files[0]).toMatch(/^\d+ entr(y|ies) as XLSX$/);
    expect(files.slice(1)).toEqual(['XLSX', 'CSV']);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /as XLSX$/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^entries-.*\.xlsx$/);
    await open('/sources');
    const record = page.getByRole('button', {
      name: /^Download (as a workbook|the whole record)$/,
    });
    expect((await record.allInnerTexts())[0]).toBe('Download as a workbook');
  });
});

describe('which fields one party raised and the other did not', () => {
  visitTest(
    'is listed with and without joint entries, with the imbalance of accounts',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?meeting=29');
      const panel = page.getByRole('region', {
        name: '29th meeting: which fields China and Russia raised',
      });
      const numbers = () =>
        panel
          .getByRole('heading', { level: 3 })
          .allInnerTexts()
          .then((texts) => texts.map((text) => Number(/\d+/.exec(text)?.[0])));
      const raised = (isWithJoint: boolean) => {
        const of = (party: string) =>
          entries.flatMap((entry) =>
            entry.meeting === 29 &&
            (entry.party === party || (isWithJoint && entry.party === 'joint'))
              ? entry.fields
              : [],
          );
        const [china, russia] = [new Set(of('china')), new Set(of('russia'))];
        return [
          [...china].filter((id) => !russia.has(id)).length,
          [...china].filter((id) => russia.has(id)).length,
          [...russia].filter((id) => !china.has(id)).length,
        ];
      };
      await expect.poll(numbers).toEqual(raised(true));
      // The bar of filters sets one meeting as a range of dates.
      await open('/fields?from=2024-08-21&to=2024-08-21');
      await expect.poll(numbers).toEqual(raised(true));
      await panel.getByRole('radio', { name: 'Without' }).check();
      await page.waitForURL(/joint=without/);
      await expect.poll(numbers).toEqual(raised(false));
      await panel.getByText(/^Entries by speaker: China \d+, Russia \d+/).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      const only = panel.getByRole('heading', { name: /^Only Russia/ }).locator('..');
      const link = only.getByRole('link', { name: /: \d+ entr/ }).first();
      const count = Number(await link.innerText());
      await link.click();
      await page.getByRole('heading', { level: 2, name: `${count} entr` }).waitFor();
    },
  );
});
