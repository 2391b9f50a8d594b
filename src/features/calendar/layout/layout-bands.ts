import { firstDay, lastDay } from '#src/api/edtf.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import { startOfYear, toDayNumber } from '#src/lib/dates/day-number.ts';
import { fitExtent, packRows, type Extent } from './pack-rows.ts';
import { fitText } from './text-width.ts';
import { toX, type TimeWindow } from './time-window.ts';

/** One calendar year of a band, or of several where the host stays the same. */
export interface BandPart extends Extent {
  host: string;
  firstYear: number;
  lastYear: number;
}

export interface PlacedBand {
  exchangeYear: ExchangeYearSummary;
  label: string;
  labelBox: Extent;
  bar: Extent;
  parts: BandPart[];
  row: number;
}

/** An exchange year with its short name and its field's name in the reader's language. */
export interface NamedBand {
  exchangeYear: ExchangeYearSummary;
  own: string;
  field: string;
}

interface Frame {
  window: TimeWindow;
  width: number;
  gap: number;
  /** The width in which a label is at home even if its band is narrower. */
  labelRoom: number;
  measure: (text: string) => number;
}

function barOf(years: string, { window, width }: Frame): Extent {
  const left = toX(toDayNumber(firstDay(years)), window, width);
  const right = toX(toDayNumber(lastDay(years)) + 1, window, width);
  return { left: Math.max(0, left), right: Math.min(width, right) };
}

function partsOf({ hosting, years }: ExchangeYearSummary, frame: Frame): BandPart[] {
  const bar = barOf(years, frame);
  const parts: BandPart[] = [];
  for (const { year, host } of hosting.toSorted((a, b) => a.year - b.year)) {
    const left = Math.max(bar.left, toX(startOfYear(year), frame.window, frame.width));
    const right = Math.min(bar.right, toX(startOfYear(year + 1), frame.window, frame.width));
    const last = parts.at(-1);
    if (right <= left) continue;
    if (last?.host === host && last.lastYear === year - 1) {
      last.right = right;
      last.lastYear = year;
    } else {
      parts.push({ left, right, host, firstYear: year, lastYear: year });
    }
  }
  return parts;
}

/** Places the bands that the window shows: bars on the time axis, labels over them, none touching another. */
export function layoutBands(
  bands: readonly NamedBand[],
  frame: Frame,
): { bands: PlacedBand[]; rows: number } {
  const shown = bands
    .map((band) => ({ ...band, bar: barOf(band.exchangeYear.years, frame) }))
    .filter(({ bar }) => bar.right - bar.left >= 1)
    .toSorted((a, b) => a.bar.left - b.bar.left);
  const labels = bandLabels(
    shown.map(({ exchangeYear, own, field, bar }) => ({
      id: exchangeYear.id,
      own,
      field,
      room: Math.max(bar.right - bar.left, frame.labelRoom),
    })),
    frame.measure,
  );
  const placed = shown
    .map(({ exchangeYear, bar }) => {
      const label = fitText(labels.get(exchangeYear.id) ?? '', frame.width, frame.measure);
      const labelBox = fitExtent(bar.left, frame.measure(label), frame.width);
      return { exchangeYear, label, labelBox, bar, parts: partsOf(exchangeYear, frame) };
    })
    .toSorted((a, b) => a.labelBox.left - b.labelBox.left);
  const rows = packRows(
    placed.map(({ bar, labelBox }) => ({
      left: Math.min(bar.left, labelBox.left),
      right: Math.max(bar.right, labelBox.right),
    })),
    frame.gap,
  );
  return {
    bands: placed.map((band, index) => ({ ...band, row: rows[index] ?? 0 })),
    rows: Math.max(0, ...rows.map((row) => row + 1)),
  };
}

/** What a band can be labelled with, by itself or as the name of its field. */
interface LabelChoice {
  id: string;
  /** The exchange year's own name, cut down to what tells it apart. */
  own: string;
  field: string;
  /** Pixels that a label may fill without reaching far beyond its band. */
  room: number;
}

/** How much wider than its room a label may be where the field's name would not tell two bands apart. */
const STRETCH = 2.2;

/**
 * All bands are labelled alike: by their own names if each has room, else by their fields. A field that several bands
 * share would not tell them apart, so those keep their own names unless these are very long.
 */
export function bandLabels(
  choices: readonly LabelChoice[],
  measure: (text: string) => number,
): Map<string, string> {
  const allFit = choices.every(({ own, room }) => measure(own) <= room);
  const isShared = (field: string) => choices.filter((choice) => choice.field === field).length > 1;
  return new Map(
    choices.map(({ id, own, field, room }) => {
      const keepsOwn = allFit || (isShared(field) && measure(own) <= room * STRETCH);
      return [id, keepsOwn || measure(field) > measure(own) ? own : field];
    }),
  );
}
