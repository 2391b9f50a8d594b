import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { startOfYear, toDayNumber } from '#src/lib/dates/day-number.ts';
import { itemOf } from '#tests/fixtures/calendar-item-of.ts';
import {
  figureLayout,
  type FigureInput,
  type FigureLayout,
  figureMetrics,
} from './figure-layout.ts';
import type { NamedBand } from './layout-bands.ts';
import { toDatedItems } from './layout-points.ts';
import { fullWindow, levelWindow, ZOOM_LEVELS } from './time-window.ts';

/** All letters alike: what counts is that the layout asks. */
const measure = (text: string, size: number) => text.length * size * 0.6;

const meetingOn = (ordinal: number, date: string): MeetingSummary => ({
  ordinal,
  date,
  place: null,
  venue: null,
  format: 'in-person',
  host: null,
  coChairs: [],
  status: 'confirmed',
  entries: 0,
  fields: 0,
  sources: 0,
});

const bandOf = (id: string, first: number, length: number, own: string): NamedBand => ({
  own,
  field: own.slice(0, 8) || 'x',
  exchangeYear: {
    id,
    name: { en: own },
    field: { id: 'any', group: 'any', name: { en: own } },
    years: length === 1 ? String(first) : `${first}/${first + length - 1}`,
    hosting: Array.from({ length }, (_, index) => ({
      year: first + index,
      host: index % 2 === 0 ? 'north' : 'south',
      name: { en: own },
    })),
    milestones: [],
    status: 'confirmed',
    entries: 0,
    events: 0,
    sources: 0,
  },
});

const year = fc.integer({ min: 1990, max: 2030 });
const date = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .chain((parts) =>
    fc.constantFrom(4, 7, 10).map((precision) =>
      parts
        .map((part) => String(part).padStart(2, '0'))
        .join('-')
        .slice(0, precision),
    ),
  );
const anyInput: fc.Arbitrary<FigureInput> = fc
  .record({
    meetings: fc.array(date, { maxLength: 60 }),
    expected: fc.option(year),
    items: fc.array(date, { maxLength: 80 }),
    bands: fc.array(
      fc.tuple(year, fc.integer({ min: 1, max: 3 }), fc.string({ minLength: 2, maxLength: 60 })),
      { maxLength: 14 },
    ),
    width: fc.integer({ min: 280, max: 1600 }),
    scale: fc.constantFrom(1, 1.5, 2),
    level: fc.constantFrom(...ZOOM_LEVELS),
    centre: date,
    isCoarse: fc.boolean(),
  })
  .map(({ meetings, expected, items, bands, width, scale, level, centre, isCoarse }) => {
    const day = toDayNumber(`${centre.slice(0, 4)}-06-15`);
    const bounds = fullWindow(['1990', '2030'], '2026-11-24');
    return {
      bands: bands.map(([first, length, own], index) => bandOf(`b${index}`, first, length, own)),
      // In the order of the answer, the latest first.
      meetings: meetings
        .toSorted()
        .map((held, index) => meetingOn(index + 1, held))
        .toReversed(),
      expected:
        expected === null
          ? null
          : {
              ordinal: 61,
              dueOn: { from: startOfYear(expected), to: startOfYear(expected + 1) },
            },
      pointLanes: [
        {
          id: 'events',
          title: 'Events',
          dated: toDatedItems(items.map((on, index) => itemOf({ id: `i${index}`, date: on }))),
        },
      ],
      lines: [
        { id: 'as-of', day, label: 'As of the last day of some September' },
        { id: 'today', day: toDayNumber('2026-11-24'), label: 'Today, 24 Nov 2026' },
      ],
      window: levelWindow(level, day, bounds),
      width,
      metrics: figureMetrics(scale, isCoarse),
      measure,
      hasTitles: true,
      toTickLabel: (on) => on,
    } satisfies FigureInput;
  });

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const overlaps = (a: Box, b: Box) =>
  a.left < b.right - 0.01 &&
  b.left < a.right - 0.01 &&
  a.top < b.bottom - 0.01 &&
  b.top < a.bottom - 0.01;

/** What the drawing takes up: texts, bars and marks. */
function boxesOf(layout: FigureLayout, { metrics, measure: widthOf }: FigureInput): Box[] {
  const { text, line } = metrics;
  const row = (left: number, right: number, top: number, height: number) => ({
    left,
    right,
    top,
    bottom: top + height,
  });
  return [
    ...layout.axis.ticks.map(({ x, label }) => row(x, x + widthOf(label, text), 0, line)),
    ...layout.lines.map(({ box, row: index }) =>
      row(box.left, box.right, (index + 1) * line, line),
    ),
    ...layout.meetings.marks.map(({ x, size, row: index }) =>
      row(x - size / 2, x + size / 2, layout.meetings.y + index * metrics.markRow, metrics.mark),
    ),
    ...[layout.meetings.expected ?? []]
      .flat()
      .map(({ x, size, row: index }) =>
        row(x - size / 2, x + size / 2, layout.meetings.y + index * metrics.markRow, metrics.mark),
      ),
    ...layout.bands.bands.flatMap(({ labelBox, bar, row: index }) => {
      const top = layout.bands.y + index * metrics.bandRow;
      return [
        row(labelBox.left, labelBox.right, top, line),
        row(bar.left, bar.right, top + line, metrics.bar),
      ];
    }),
    ...layout.points.flatMap(({ y, clusters }) =>
      clusters.map(({ x }) => row(x - metrics.point / 2, x + metrics.point / 2, y, metrics.point)),
    ),
  ];
}

describe('the drawing', () => {
  test('lets nothing overlap and cuts nothing off, at any width, text size and zoom', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const layout = figureLayout(input);
        const boxes = boxesOf(layout, input);
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(-0.01);
          expect(box.right).toBeLessThanOrEqual(input.width + 0.01);
          expect(box.bottom).toBeLessThanOrEqual(layout.height + 0.01);
          for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('shows every meeting and event of the window exactly once, alone or in a shared mark', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const layout = figureLayout({
          ...input,
          window: fullWindow(['1990', '2030'], '2026-11-24'),
        });
        const ordinals = layout.meetings.marks.flatMap(({ meetings }) =>
          meetings.map(({ ordinal }) => ordinal),
        );
        expect(ordinals.toSorted((a, b) => a - b)).toEqual(
          input.meetings.map(({ ordinal }) => ordinal).toReversed(),
        );
        for (const { meetings, text } of layout.meetings.marks) {
          const own = meetings.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b);
          expect(text).toBe([...new Set([own[0], own.at(-1)])].join('–'));
        }
        const ids = layout.points.flatMap(({ clusters }) =>
          clusters.flatMap(({ items }) => items.map(({ id }) => id)),
        );
        expect(ids).toHaveLength(input.pointLanes[0]?.dated.length ?? 0);
        expect(new Set(ids).size).toBe(ids.length);
        expect(layout.bands.bands).toHaveLength(input.bands.length);
      }),
    );
  });

  test('tells apart the years that one country hosted and the years that the other did', () => {
    const input = {
      bands: [bandOf('both', 2006, 2, 'Two halves')],
      meetings: [],
      pointLanes: [],
      lines: [],
      window: fullWindow(['2004', '2010'], '2008-11-24'),
      width: 1000,
      metrics: figureMetrics(1, false),
      measure,
      hasTitles: false,
      toTickLabel: (on: string) => on,
    };
    const [band] = figureLayout(input).bands.bands;
    expect(band?.parts.map(({ host, firstYear }) => [host, firstYear])).toEqual([
      ['north', 2006],
      ['south', 2007],
    ]);
    expect(band?.parts[0]?.right).toBe(band?.parts[1]?.left);
  });
});
