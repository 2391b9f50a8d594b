import { useId, useMemo, useRef, useState } from 'react';

import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toDayNumber } from '#src/lib/dates/day-number.ts';
import { useLinks } from '#src/ui/LinksContext.tsx';
import { BandLane } from './BandLane.tsx';
import {
  figureLayout,
  type DateLine,
  type PointLane,
  type FigureLayout,
} from '../layout/figure-layout.ts';
import { figureMetrics, type FigureMetrics } from '../layout/figure-metrics.ts';
import type { FigureStage } from './figure-stage.ts';
import { FigureGround } from './FigureGround.tsx';
import styles from './figure.module.css';
import type { NamedBand } from '../layout/layout-bands.ts';
import type { ExpectedMeeting } from '../layout/layout-meetings.ts';
import { MeetingLane, type ToldExpected } from './MeetingLane.tsx';
import { openedOf } from './opened-of.ts';
import { OpenedMark } from './OpenedMark.tsx';
import { PointLane as PointLaneMarks } from './PointLane.tsx';
import { tickLabel } from '../layout/tick-label.ts';
import { toX, type TimeWindow } from '../layout/time-window.ts';
import type { FigureSize } from '../layout/use-figure-size.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useLaneKeys } from './use-lane-keys.ts';

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

interface LaneTitlesProps {
  layout: FigureLayout;
  metrics: FigureMetrics;
}

/** What each lane holds, in a line of its own above it. Screen readers have it as the lane's name. */
function LaneTitles({ layout, metrics }: LaneTitlesProps) {
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
      <p className={styles.readout} aria-hidden="true">
        {words}
      </p>
      {opened && <OpenedMark opened={opened} stage={stage} onClose={() => setOpenKey(null)} />}
    </>
  );
}
