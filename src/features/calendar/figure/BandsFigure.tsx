import { useId, useMemo, useRef, useState, useLayoutEffect, type RefObject } from 'react';

import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toDayNumber } from '#src/lib/dates/day-number.ts';
import { useLinks } from '#src/ui/LinksContext.tsx';
import { keptByKey } from '#src/lib/kept-by-key.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { Link } from '#src/ui/Link.tsx';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { BandLane } from './BandLane.tsx';
import {
  figureLayout,
  type DateLine,
  type PointLane,
  type FigureLayout,
  figureMetrics,
  type FigureMetrics,
} from '../layout/figure-layout.ts';
import type { FigureStage } from './figure-stage.ts';
import { FigureGround } from './FigureGround.tsx';
import styles from './figure.module.css';
import type { NamedBand } from '../layout/layout-bands.ts';
import type { ExpectedMeeting } from '../layout/layout-meetings.ts';
import { MeetingLane, type ToldExpected } from './MeetingLane.tsx';
import { PointLane as PointLaneMarks } from './PointLane.tsx';
import { toX, type TimeWindow } from '../layout/time-window.ts';
import type { FigureSize } from '../layout/use-figure-size.ts';
import { CalendarItemLine } from '../items/CalendarItemLine.tsx';
import {
  itemsWords,
  meetingsWords,
  meetingWords,
  keyOfItems,
  keyOfMeetings,
} from '../items/mark-words.ts';
import { useLaneKeys, middleOfMark, nearestMark } from './use-lane-keys.ts';

const HATCHINGS = [
  { name: 'future', size: 8, className: styles.hatch },
  { name: 'cover', size: 5, className: styles.cover },
];

/** The hatchings of one drawing: `<id>-future` for the ground, `<id>-cover` for the part of a bar still to come. */
function FigureHatching({ id }: { id: string }) {
  return (
    <defs>
      {HATCHINGS.map(({ name, size, className }) => (
        <pattern
          key={name}
          id={`${id}-${name}`}
          width={size}
          height={size}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className={className} x1={0} x2={0} y1={0} y2={size} />
        </pattern>
      ))}
    </defs>
  );
}

interface Props {
  size: FigureSize;
  window: TimeWindow;
  bands: readonly NamedBand[];
  meetings: readonly MeetingSummary[];
  /** The meeting that is due, where the drawing tells of it. */
  expected?: (ExpectedMeeting & ToldExpected) | null;
  pointLanes: readonly PointLane[];
  lines: readonly DateLine[];
  links: Pick<FigureStage, 'mechanism' | 'asOf' | 'toMeeting' | 'toExchangeYear' | 'toItem'>;
  /** The exchange years in focus; null where none is chosen. */
  focus: ReadonlySet<string> | null;
  selectedMeeting: number | null;
  hasTitles: boolean;
}

/** What each lane holds, in a line of its own above it. Screen readers have it as the lane's name. */
function LaneTitles({ layout, metrics }: { layout: FigureLayout; metrics: FigureMetrics }) {
  const { t } = useI18n();
  const { hasMeetings, hasBands, meetings, bands, points } = layout;
  const titles = [
    ...(hasMeetings ? [{ y: meetings.y, title: t('app.meetings') }] : []),
    ...(hasBands ? [{ y: bands.y, title: t('record.exchangeYears') }] : []),
    ...points,
  ];
  return (
    <g aria-hidden="true">
      {titles.map(({ y, title }) => (
        <text
          key={title}
          className={`${styles.text} ${styles.quiet}`}
          x={0}
          y={y - metrics.line + metrics.text}
          fontSize={metrics.markText}
          data-label="lane"
        >
          {title}
        </text>
      ))}
    </g>
  );
}

/** The drawing: all lanes on one time axis, with the words of the mark in focus and the members of a shared mark below. */
export function BandsFigure({ size, window, bands, meetings, pointLanes, lines, ...props }: Props) {
  const { expected = null } = props;
  const i18n = useI18n();
  const [words, setWords] = useState('');
  const [openKey, setOpenKey] = useState<string | null>(null);
  const keys = useLaneKeys();
  const links = useLinks();
  const drawing = useRef<SVGSVGElement>(null);
  useKeptFocus(drawing);
  const id = useId();
  const metrics = useMemo(() => figureMetrics(size.scale, size.isCoarse), [size]);
  const layout = useMemo(
    () =>
      figureLayout({
        bands,
        meetings,
        expected,
        pointLanes,
        lines,
        window,
        width: size.width,
        metrics,
        measure: size.measure,
        hasTitles: props.hasTitles,
        toTickLabel: (date) => tickLabel(date, i18n.locale),
      }),
    [bands, meetings, expected, pointLanes, lines, window, size, metrics, props.hasTitles, i18n],
  );
  const stage: FigureStage = {
    ...props.links,
    metrics,
    keys,
    ...links,
    openKey,
    onOpen: (key) => setOpenKey((known) => (known === key ? null : key)),
    onPoint: setWords,
  };
  const asOfX = toX(toDayNumber(props.links.asOf) + 0.5, window, size.width);
  const opened = openKey === null ? null : openedOf(openKey, layout);
  return (
    <>
      <svg
        ref={drawing}
        tabIndex={-1}
        className={styles.drawing}
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="group"
        aria-label={i18n.t('calendar.figure')}
        aria-describedby={`${id}-keys`}
      >
        <desc id={`${id}-keys`}>{i18n.t('calendar.figureKeys')}</desc>
        <FigureHatching id={id} />
        <FigureGround layout={layout} metrics={metrics} asOfX={asOfX} hatch={`${id}-future`} />
        {props.hasTitles && <LaneTitles layout={layout} metrics={metrics} />}
        <MeetingLane
          {...layout.meetings}
          told={expected}
          selected={props.selectedMeeting}
          stage={stage}
        />
        <BandLane
          {...layout.bands}
          asOfX={asOfX}
          cover={`${id}-cover`}
          focus={props.focus}
          stage={stage}
        />
        {layout.points.map((lane) => (
          <PointLaneMarks key={lane.id} {...lane} stage={stage} />
        ))}
      </svg>
      <p className={`${styles.readout} small quiet`} aria-hidden="true">
        {words}
      </p>
      {opened && <OpenedMark opened={opened} stage={stage} onClose={() => setOpenKey(null)} />}
    </>
  );
}

/**
 * Keeps the keyboard in a drawing: where zooming takes the mark in focus out of view, the nearest mark that is left in
 * its lane has the focus, else the nearest of any, else the drawing itself.
 */
function useKeptFocus(figure: RefObject<SVGSVGElement | null>): void {
  const held = useRef<{ mark: Element; lane: string; at: number } | null>(null);
  useLayoutEffect(() => {
    const drawing = figure.current;
    if (drawing === null) return;
    const { activeElement } = document;
    const lost = held.current;
    if (lost !== null && !lost.mark.isConnected && activeElement === document.body) {
      const inLane = drawing.querySelectorAll<SVGElement>(
        `[data-lane="${CSS.escape(lost.lane)}"] [data-mark]`,
      );
      const left = inLane.length > 0 ? inLane : drawing.querySelectorAll<SVGElement>('[data-mark]');
      const nearest = nearestMark(left, lost.at);
      (nearest ?? drawing).focus({ preventScroll: true });
    }
    const mark = document.activeElement?.closest('[data-mark]');
    const lane = mark?.closest('[data-lane]')?.getAttribute('data-lane');
    held.current =
      mark && lane && drawing.contains(mark) ? { mark, lane, at: middleOfMark(mark) } : null;
  });
}

const monthLabel = keptByKey(({ date, locale }: { date: string; locale: string }) =>
  new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${date}-01T00:00:00Z`),
  ),
);

/** An axis label: a year as a bare number, a month by its short name, which the year's tick before it places. */
export function tickLabel(date: string, locale: string): string {
  return date.length === 4 ? date : monthLabel(`${locale} ${date.slice(5)}`, { date, locale });
}

interface OpenedMarkProps {
  opened: OpenedMarks;
  stage: FigureStage;
  onClose: () => void;
}

function OpenedMark({ opened, stage, onClose }: OpenedMarkProps) {
  const i18n = useI18n();
  const { mechanism, asOf } = stage;
  const title =
    opened.kind === 'meetings'
      ? meetingsWords(opened.meetings, mechanism, asOf, i18n)
      : itemsWords(opened.items, i18n);
  return (
    <div className={styles.opened} role="status">
      <div className={styles.openedHead}>
        <strong>{title}</strong>
        <Button look="plain" onClick={onClose}>
          {i18n.t('app.close')}
        </Button>
      </div>
      <ul className={styles.openedList}>
        {opened.kind === 'meetings'
          ? opened.meetings.map((meeting) => (
              <li key={meeting.ordinal}>
                <Link to={stage.toMeeting(meeting.ordinal)}>
                  {meetingWords(meeting, mechanism, asOf, i18n)}
                </Link>
              </li>
            ))
          : opened.items.map((item) => (
              <li key={item.id}>
                <CalendarItemLine item={item} to={stage.toItem(item)} />
              </li>
            ))}
      </ul>
    </div>
  );
}

type OpenedMarks =
  | { kind: 'meetings'; meetings: readonly MeetingSummary[] }
  | { kind: 'items'; items: readonly CalendarItem[] };

/** Finds a shared mark by its key; null where zooming has dissolved it. */
function openedOf(key: string, layout: FigureLayout): OpenedMarks | null {
  const shared = layout.meetings.marks.find(({ meetings }) => keyOfMeetings(meetings) === key);
  if (shared) return { kind: 'meetings', meetings: shared.meetings };
  for (const { id, clusters } of layout.points) {
    const cluster = clusters.find(({ items }) => keyOfItems(id, items) === key);
    if (cluster) return { kind: 'items', items: cluster.items };
  }
  return null;
}
