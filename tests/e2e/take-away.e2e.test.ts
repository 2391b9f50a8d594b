import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';
import { describe, expect } from 'vitest';

import { PLOT } from '#src/features/fields/export/figure-text.ts';
import { rasterise, textsOf } from '#tests/fixtures/measure-figure.ts';
import { readCsv } from '#tests/fixtures/read-csv.ts';
import { appTest } from './app-test.ts';

/** Of a bar's ends, in pixels. */
const TOLERANCE = 2;
/** What a PNG file begins with, and where its header states the width. */
const PNG = '89504e470d0a1a0a';
const WIDTH_AT = 16;

describe('a chart that is taken away', () => {
  appTest('says the numbers, the words and the address of the screen', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?show=table&group=economic&lang=zh');
    const table = page.getByRole('main').getByRole('table').first();
    await table.waitFor();
    const rows = await table
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) =>
          [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? ''),
        ),
      );
    const save = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).first().click(),
      ]);
      return readFile(await download.path());
    };
    await page.getByRole('button', { name: '保存' }).click();
    const svg = (await save('SVG')).toString('utf8');
    const words = textsOf(svg).map(({ text }) => text);
    expect(words.join('')).toContain(await page.getByRole('heading', { level: 1 }).innerText());
    expect(words.join('')).toContain(page.url());
    const png = await save('PNG');
    expect(png.subarray(0, 8).toString('hex')).toBe(PNG);
    expect(png.readUInt32BE(WIDTH_AT)).toBe(2000);
    const csv = readCsv((await save('图表数据CSV')).toString('utf8')).slice(1);
    const numbers = rows.map(([, ...cells]) => cells.map((cell) => Number(cell.replace('–', '0'))));
    expect(csv.map(([, , , total, , ...parts]) => [...parts, total].map(Number))).toEqual(numbers);
    const legend = [...svg.matchAll(/<rect[^>]*width="12" height="12" fill="([^"]+)"/g)];
    const lengthsAt = rasterise(svg);
    const longest = Math.max(...numbers.map((row) => row.at(-1) ?? 0));
    for (const [place, row] of numbers.entries()) {
      const label = textsOf(svg).find(({ text }) => text === rows[place]?.[0]);
      const found = lengthsAt((label?.y ?? 0) - 4, PLOT.x, PLOT.x + PLOT.width);
      for (const [part, [, fill = '']] of legend.entries()) {
        const expected = ((row[part] ?? 0) / longest) * PLOT.width;
        expect(Math.abs((found.get(fill) ?? 0) - expected)).toBeLessThan(TOLERANCE);
      }
    }
  });

  appTest(
    'is named as the drawing, and comes in the columns of the reader’s region',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?chart=time&show=table');
      const table = page.getByRole('table', { name: 'Entries over time' });
      const totals = await table.locator('tfoot td').allInnerTexts();
      const form = page.getByLabel('How CSV files separate columns').first();
      expect(await form.inputValue()).toBe('comma');
      await form.selectOption({ label: 'semicolon ;' });
      const fileOf = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name, exact: true }).click(),
        ]);
        return readFile(await download.path(), 'utf8');
      };
      const read = (csv: string): string[][] => parse(csv, { bom: true, delimiter: ';' });
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const [head = [], ...rows] = read(await fileOf('CSV of the chart'));
      expect(head.slice(0, 3)).toEqual(['field', 'name', 'group']);
      const [, , , all, , ...columns] = rows.at(-1) ?? [];
      expect([...columns, all]).toEqual(totals.map((count) => count.replace('–', '0')));
      expect(rows[0]?.[4]).toMatch(/^0,\d+$/);
      await page.reload();
      const entries = read(await fileOf('CSV'));
      expect(entries[0]?.slice(0, 3)).toEqual(['id', 'meeting', 'date']);
      expect(entries.length - 1).toBe(Number(all));
    },
  );
});
