import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { figureSvg, type Figure, type FigureRow } from '#src/features/fields/export/figure-svg.ts';
import { PLOT } from '#src/features/fields/export/figure-text.ts';
import { rasterise, textsOf } from '#tests/fixtures/measure-figure.ts';

const COLOURS = ['rgb(200, 0, 0)', 'rgb(0, 160, 0)', 'rgb(0, 0, 200)'];
/** Bars end between pixels, at either end. */
const TOLERANCE = 2;

const frame: Omit<Figure, 'rows' | 'max' | 'columns'> = {
  title: 'Energy leads',
  language: 'en',
  lead: ['Without filters'],
  legend: [],
  cells: 'bars',
  totalLabel: 'All',
  min: 0,
  foot: ['https://example.org/fields'],
  colours: {
    ink: 'rgb(0, 0, 0)',
    faint: 'rgb(90, 90, 90)',
    paper: 'rgb(255, 255, 255)',
    rule: 'rgb(120, 120, 120)',
    heat: 'rgb(20, 60, 120)',
  },
};

function stacked(parts: readonly number[], index: number): FigureRow {
  let at = 0;
  const bar = parts.map((part, place) => {
    const from = at;
    at += part;
    return { from, to: at, colour: COLOURS[place] ?? '' };
  });
  return { label: `row ${index}`, value: String(at), bar, cells: [], colour: 'rgb(0, 0, 0)' };
}

const counts = fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)), {
  minLength: 1,
  maxLength: 12,
});

describe('a drawing, rasterised by another program', () => {
  it('has bars whose parts are as long as their numbers say', () => {
    fc.assert(
      fc.property(counts, (table) => {
        const max = Math.max(1, ...table.map((parts) => parts.reduce((sum, one) => sum + one, 0)));
        const svg = figureSvg({ ...frame, columns: [], max, rows: table.map(stacked) });
        const lengthsAt = rasterise(svg);
        const texts = textsOf(svg);
        for (const [index, parts] of table.entries()) {
          const label = texts.find(({ text }) => text === `row ${index}`);
          const found = lengthsAt((label?.y ?? 0) - 4, PLOT.x, PLOT.x + PLOT.width);
          for (const [place, part] of parts.entries()) {
            const length = found.get(COLOURS[place] ?? '') ?? 0;
            expect(Math.abs(length - (part / max) * PLOT.width)).toBeLessThan(TOLERANCE);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has a heat map that says each count, and tells silence from ignorance', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 30 }), (cells) => {
        const columns = cells.map((_, index) => ({
          key: String(index + 1),
          count: 0,
          total: '',
          isUnread: index % 2 === 1,
        }));
        const max = Math.max(1, ...cells);
        const row = { label: 'row', value: '', bar: [], cells, colour: 'rgb(0, 0, 0)' };
        const svg = figureSvg({ ...frame, cells: 'heat', columns, max, rows: [row] });
        const label = textsOf(svg).find(({ text }) => text === 'row');
        const signs = textsOf(svg)
          .filter(({ x, y }) => y === label?.y && x > PLOT.x && x < PLOT.x + PLOT.width)
          .map(({ text }) => text);
        expect(signs).toEqual(
          cells.map((count, index) => (count > 0 ? String(count) : index % 2 === 1 ? '?' : '·')),
        );
        const coloursAt = rasterise(svg);
        const lightness = cells.map((_, index) => {
          const x = Math.ceil(PLOT.x + (index * PLOT.width) / cells.length) + 1;
          const [colour = ''] = coloursAt((label?.y ?? 0) - 14, x, x + 1).keys();
          return Number(/\d+/.exec(colour)?.[0]);
        });
        const byCount = cells.map((_, index) => index).toSorted((a, b) => cells[a]! - cells[b]!);
        const ordered = byCount.map((index) => lightness[index]!);
        expect(ordered).toEqual(ordered.toSorted((a, b) => b - a));
      }),
      { numRuns: 40 },
    );
  });
});
