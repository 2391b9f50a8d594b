import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { toDay, toDayNumber } from '#src/lib/dates/day-number.ts';
import type { Cluster } from './cluster-marks.ts';
import { layoutBands, type NamedBand, type PlacedBand } from './layout-bands.ts';
import {
  layoutMeetings,
  type ExpectedMeeting,
  type PlacedMark,
  type PlacedMeetings,
} from './layout-meetings.ts';
import { layoutPoints, type DatedItem } from './layout-points.ts';
import { fitExtent, packRows, type Extent } from './pack-rows.ts';
import { fitText, type MeasureText } from './text-width.ts';
import { toX, type TimeWindow } from './time-window.ts';

/** A line across all lanes, such as the as-of date. */
export interface DateLine {
  id: 'as-of' | 'today';
  day: number;
  label: string;
}

export interface PointLane {
  id: 'events' | 'sessions';
  title: string;
  dated: readonly DatedItem[];
}

export interface FigureInput {
  bands: readonly NamedBand[];
  meetings: readonly MeetingSummary[];
  /** The meeting that is due next and not on record, where the drawing tells of it. */
  expected?: ExpectedMeeting | null;
  pointLanes: readonly PointLane[];
  lines: readonly DateLine[];
  window: TimeWindow;
  width: number;
  metrics: FigureMetrics;
  measure: MeasureText;
  /** Whether each lane is headed by its name; without, the figure is as low as it gets. */
  hasTitles: boolean;
  toTickLabel: (date: string) => string;
}

export interface PlacedLine extends DateLine {
  x: number;
  box: Extent;
  row: number;
}

/** Everything in pixels; each lane's `y` is where its marks begin, its title stands in the line above. */
export interface FigureLayout {
  width: number;
  height: number;
  lines: PlacedLine[];
  /** The ticks' labels are the first line; the labels of the date lines stand between them and the axis itself. */
  axis: { base: number; ticks: Tick[] };
  /** False where there is nothing that could ever stand in the lane of the meetings. */
  hasMeetings: boolean;
  /** The same of the lane of the bands. */
  hasBands: boolean;
  meetings: { y: number; marks: PlacedMeetings[]; expected: PlacedMark | null };
  bands: { y: number; bands: PlacedBand[] };
  points: { id: PointLane['id']; title: string; y: number; clusters: Cluster<CalendarItem>[] }[];
}

const MEETING_ROWS = 3;
/** The room of a label in letters: about what a short name takes. */
const LABEL_ROOM = 8;

function layoutLines({ lines, window, width, metrics, measure }: FigureInput): PlacedLine[] {
  const shown = lines
    .filter(({ day }) => day >= window.from && day < window.to)
    .map((line) => {
      const widthOf = (text: string) => measure(text, metrics.text, 600);
      const x = toX(line.day + 0.5, window, width);
      const label = fitText(line.label, width, widthOf);
      return { ...line, x, label, box: fitExtent(x + 4, widthOf(label), width) };
    })
    .toSorted((a, b) => a.box.left - b.box.left);
  const rows = packRows(
    shown.map(({ box }) => box),
    metrics.space,
  );
  return shown.map((line, index) => ({ ...line, row: rows[index] ?? 0 }));
}

/** Puts all lanes under one axis. Pure: text is measured by what is passed in. */
export function figureLayout(input: FigureInput): FigureLayout {
  const { window, width, metrics, measure } = input;
  const { line, space } = metrics;
  const lines = layoutLines(input);
  const title = input.hasTitles ? line : 0;
  const lineRows = Math.max(0, ...lines.map(({ row }) => row + 1));
  const axis = {
    base: line * (1 + lineRows),
    ticks: axisTicks(window, width, input.toTickLabel, (text) => measure(text, metrics.text)),
  };
  let y = axis.base + space + title;
  const { rows, ...held } = layoutMeetings(
    input.meetings,
    {
      window,
      width,
      mark: metrics.mark,
      gap: 2,
      maxRows: MEETING_ROWS,
      measure: (text) => measure(text, metrics.markText, 600),
    },
    input.expected,
  );
  const meetings = { y, ...held };
  const hasMeetings = input.meetings.length > 0 || Boolean(input.expected);
  const hasBands = input.bands.length > 0;
  y += rows * metrics.markRow + (hasMeetings && hasBands ? space + title : 0);
  const placed = layoutBands(input.bands, {
    window,
    width,
    gap: space,
    labelRoom: LABEL_ROOM * metrics.text,
    // As wide as in focus, when it is set in bold: nothing may move then.
    measure: (text) => measure(text, metrics.text, 600),
  });
  const bands = { y, bands: placed.bands };
  y += placed.rows * metrics.bandRow;
  const points = input.pointLanes.map(({ id, title: laneTitle, dated }) => {
    const top = y + space + title;
    y = top + metrics.point;
    return {
      id,
      title: laneTitle,
      y: top,
      clusters: layoutPoints(dated, window, width, metrics.point),
    };
  });
  const height = Math.ceil(y + space);
  return { width, height, lines, axis, hasMeetings, hasBands, meetings, bands, points };
}

interface Tick {
  /** A year, `2023`, or a month, `2023-02`. */
  date: string;
  label: string;
  x: number;
}

/** Steps in months that people count in. */
const STEPS = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400];
const MONTHS_IN_A_YEAR = 12;

const toMonth = (dayNumber: number) => {
  const [year = 0, month = 1] = toDay(dayNumber).split('-').map(Number);
  return year * MONTHS_IN_A_YEAR + month - 1;
};
const toDate = (month: number) => {
  const year = String(Math.floor(month / MONTHS_IN_A_YEAR)).padStart(4, '0');
  const rest = month % MONTHS_IN_A_YEAR;
  return rest === 0 ? year : `${year}-${String(rest + 1).padStart(2, '0')}`;
};

/**
 * The ticks of the axis, in the finest step whose labels leave each other room. A label starts at its tick; the last
 * one is left out where the edge would cut it.
 */
function axisTicks(
  window: TimeWindow,
  width: number,
  toLabel: (date: string) => string,
  measure: (label: string) => number,
): Tick[] {
  const room = 10;
  const firstMonth = toMonth(window.from);
  const lastMonth = toMonth(window.to - 1);
  const monthsShown = (window.to - window.from) / 30.44;
  for (const step of STEPS) {
    // Not worth building: such labels could not have room.
    if (width / (monthsShown / step) < room) continue;
    const ticks: Tick[] = [];
    const first = Math.ceil(firstMonth / step) * step;
    for (let month = first; month <= lastMonth; month += step) {
      const date = toDate(month);
      const day = date.length === 4 ? `${date}-01-01` : `${date}-01`;
      const x = toX(toDayNumber(day), window, width);
      if (x >= -0.5) ticks.push({ date, label: toLabel(date), x: Math.max(0, x) });
    }
    const fits = ticks.every(({ label, x }, index) => {
      const next = ticks[index + 1];
      return next === undefined || x + measure(label) + room <= next.x;
    });
    if (fits) return ticks.filter(({ label, x }) => x + measure(label) <= width);
  }
  return [];
}

/** The sizes of the drawing in pixels; all of them grow with the reader's text size. */
export interface FigureMetrics {
  /** Axis, band and line labels. */
  text: number;
  /** The number in a mark: the smallest text there is. */
  markText: number;
  /** One line of text with its space. */
  line: number;
  /** A meeting's mark, and the distance from one row of them to the next. */
  mark: number;
  markRow: number;
  /** The width and height that an event's mark has to itself. */
  point: number;
  bar: number;
  bandRow: number;
  /** Between lanes. */
  space: number;
}

/**
 * @param scale the reader's text size as a multiple of 16 pixels
 * @param isCoarse true where a thumb is the pointer, so that marks need room around them
 */
export function figureMetrics(scale: number, isCoarse: boolean): FigureMetrics {
  return {
    text: 12 * scale,
    markText: 11 * scale,
    line: 17 * scale,
    mark: 22 * scale,
    markRow: (isCoarse ? 34 : 25) * scale,
    point: (isCoarse ? 32 : 24) * scale,
    bar: 14 * scale,
    bandRow: (isCoarse ? 44 : 36) * scale,
    space: 8 * scale,
  };
}
