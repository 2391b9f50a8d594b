import { useMemo, startTransition, useCallback, useRef, useState, memo } from 'react';

import type { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { firstDay, lastDay } from '#src/api/edtf.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toDayNumber, toDay } from '#src/lib/dates/day-number.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useAsOf, useFilters, useParameter } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { BandsFigure } from '../figure/BandsFigure.tsx';
import type { PointLane } from '../layout/figure-layout.ts';
import styles from '../figure/figure.module.css';
import { useFigureData } from '../layout/use-figure-data.ts';
import { useFigureSize, WIDE } from '../layout/use-figure-size.ts';
import { isOverdue, useDueMeeting, useDueWords } from '../items/use-due-meeting.ts';
import { useItemLink } from '../items/use-item-link.ts';
import { ZoomControls } from './ZoomControls.tsx';
import { useZoomGestures } from './use-zoom-gestures.ts';
import {
  type TimeWindow,
  clampWindow,
  formatWindow,
  levelWindow,
  parseWindow,
} from '../layout/time-window.ts';
import type { Mechanism } from '#src/api/schemas/common.ts';
import { partyName } from '#src/record/value-words.ts';
import { KindSigns, Legend, Sign } from '../items/Legend.tsx';
import { PartyGlyph } from '../items/PartyGlyph.tsx';

/** What the legend explains until the points have come, so that it does not grow then. */
const EXPECTED_KINDS: readonly CalendarItemKind[] = ['announced', 'event', 'opening', 'closing'];

interface Props {
  lanes: readonly PointLane[];
  /** The first and last date of what the lanes hold, once they hold it. */
  span?: { from: string; to: string };
}

/** The meeting that is due, with the days of its year on which it can still be. */
function useExpected() {
  const { meetings } = useRecord();
  const { asOf } = useAsOf();
  const { due } = useDueMeeting();
  const tell = useDueWords();
  return useMemo(() => {
    if (due === null || meetings.some(({ ordinal }) => ordinal === due.ordinal)) return null;
    const { ordinal, date } = due;
    const first = toDayNumber(firstDay(date));
    const from = isOverdue(due, asOf) ? first : Math.max(first, toDayNumber(asOf) + 1);
    return { ordinal, dueOn: { from, to: toDayNumber(lastDay(date)) + 1 }, ...tell(due) };
  }, [due, meetings, asOf, tell]);
}

interface ZoomNoticeProps {
  /** The stretch that the address asks for, as it stands there. */
  unreached: string;
  bounds: TimeWindow;
}

function ZoomNotice({ unreached, bounds }: ZoomNoticeProps) {
  const { t, date } = useI18n();
  const year = (day: number) => toDay(day).slice(0, 4);
  return (
    <Notice tone="warn">
      <p>
        {t('calendar.zoomBeyond', {
          asked: date(unreached),
          from: year(bounds.from),
          to: year(bounds.to - 1),
        })}
      </p>
    </Notice>
  );
}

export function Timeline({ lanes, span }: Props) {
  const { mechanism, meetings } = useRecord();
  const { asOf } = useAsOf();
  const filters = useFilters();
  const { bands, lines, bounds, centre } = useFigureData(span);
  const { ref, probe, size } = useFigureSize(true);
  const linkTo = useLinkTo();
  const toItem = useItemLink();
  const isWide = size === null || size.width >= WIDE * size.scale;
  const fallback = useMemo(() => suitingWindow(isWide, centre, bounds), [isWide, centre, bounds]);
  const { window, unreached, latest, preview, commit } = useWindow(bounds, fallback);
  useZoomGestures(ref, { latest, bounds, preview, commit });
  const expected = useExpected();
  const focus = useMemo(() => {
    if (filters.exchangeYear.length + filters.field.length === 0) return null;
    const chosen = bands.filter(
      ({ exchangeYear: { id, field } }) =>
        filters.exchangeYear.includes(id) || filters.field.includes(field.id),
    );
    return new Set(chosen.map(({ exchangeYear }) => exchangeYear.id));
  }, [bands, filters.exchangeYear, filters.field]);
  const kinds = useMemo(
    () =>
      span === undefined
        ? EXPECTED_KINDS
        : [...new Set(lanes.flatMap(({ dated }) => dated.map(({ item }) => item.kind)))],
    [lanes, span],
  );
  const shown = useMemo(() => {
    const hosting = bands.flatMap(({ exchangeYear }) => exchangeYear.hosting);
    const used = new Set([...meetings, ...hosting].map(({ host }) => host));
    const isHostless = meetings.filter(({ host }) => host === null);
    return {
      hosts: [...mechanism.parties.map(({ id }) => id), 'joint'].filter((id) => used.has(id)),
      hasVideo: isHostless.some(({ format }) => format === 'video'),
      hasNoHost: isHostless.some(({ format }) => format !== 'video'),
    };
  }, [bands, meetings, mechanism]);
  return (
    <>
      <ZoomControls window={window} bounds={bounds} centre={centre} onChange={commit} />
      {span !== undefined && unreached !== null && (
        <ZoomNotice unreached={unreached} bounds={bounds} />
      )}
      <div ref={ref} className={styles.figure}>
        <span ref={probe} className={styles.probe} aria-hidden="true" />
        {size === null ? (
          <Skeleton height={300} />
        ) : (
          <BandsFigure
            size={size}
            window={window}
            bands={bands}
            meetings={meetings}
            expected={expected}
            pointLanes={lanes}
            lines={lines}
            links={{
              mechanism,
              asOf,
              toMeeting: (ordinal) => linkTo(paths.meeting(ordinal)),
              toExchangeYear: (id) => linkTo(paths.exchangeYear(id)),
              toItem,
            }}
            focus={focus}
            selectedMeeting={filters.meeting[0] ?? null}
            hasTitles
          />
        )}
      </div>
      <FigureLegend mechanism={mechanism} kinds={kinds} {...shown} hasDue={expected !== null} />
    </>
  );
}

interface WindowState {
  window: TimeWindow;
  /** The stretch that the address asks for where the axis does not reach as far; the window is the nearest one then. */
  unreached: string | null;
  /** The window last asked for, which the drawing may not have reached yet: what a gesture goes on from. */
  latest: () => TimeWindow;
  /**
   * Moves without a step in the history, for the time in which a gesture lasts. The drawing follows as fast as it can
   * without holding up the page.
   */
  preview: (window: TimeWindow) => void;
  /** Moves and writes the address, as a step that Back undoes. */
  commit: (window: TimeWindow) => void;
}

/**
 * The part of the time axis in view.
 * @param fallback the window where the address names none
 */
function useWindow(bounds: TimeWindow, fallback: TimeWindow): WindowState {
  const [zoom, setZoom] = useParameter('zoom');
  const [gesture, setGesture] = useState<{ zoom: string | null; window: TimeWindow } | null>(null);
  /** What was asked for, over what the address held then; of no account once that changes. */
  const asked = useRef<{ zoom: string | null; window: TimeWindow } | null>(null);
  // A gesture ends with the address: Back during one must win.
  if (gesture !== null && gesture.zoom !== zoom) setGesture(null);
  const { settled, unreached } = useMemo(() => {
    if (zoom === null) return { settled: fallback, unreached: null };
    if (zoom === 'all') return { settled: bounds, unreached: null };
    const named = parseWindow(zoom, bounds);
    return { settled: named ?? fallback, unreached: named?.isBeyond === false ? null : zoom };
  }, [zoom, bounds, fallback]);
  const commit = useCallback(
    (next: TimeWindow) => {
      const window = clampWindow(next, bounds);
      const isSame = (other: TimeWindow) => formatWindow(other) === formatWindow(window);
      const text = isSame(bounds) ? 'all' : formatWindow(window);
      const written = isSame(fallback) ? null : text;
      asked.current = written === zoom ? null : { zoom, window };
      setGesture(null);
      setZoom(written);
    },
    [zoom, setZoom, bounds, fallback],
  );
  const preview = useCallback(
    (next: TimeWindow) => {
      const window = clampWindow(next, bounds);
      asked.current = { zoom, window };
      startTransition(() => setGesture({ zoom, window }));
    },
    [zoom, bounds],
  );
  const window = gesture?.window ?? settled;
  const latest = useCallback(
    () => (asked.current?.zoom === zoom ? asked.current.window : window),
    [zoom, window],
  );
  return { window, unreached, latest, preview, commit };
}

/** The whole where there is room for it, else the ten years around a day. */
function suitingWindow(isWide: boolean, centre: number, bounds: TimeWindow): TimeWindow {
  return levelWindow(isWide ? 'all' : 'decade', centre, bounds);
}

interface LegendProps {
  mechanism: Mechanism;
  /** Who hosts anything that the drawing shows: parties, `joint`; and whether meetings have no host. */
  hosts: readonly string[];
  hasVideo: boolean;
  hasNoHost: boolean;
  hasDue: boolean;
  kinds: readonly CalendarItemKind[];
}

/** What the shapes mean, in words; the same in each frame of a zoom. */
const FigureLegend = memo(function FigureLegend(props: LegendProps) {
  const { mechanism, hosts, hasVideo, hasNoHost, hasDue, kinds } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const middle = { mechanism, x: 7, y: 7 };
  return (
    <Legend className={styles.legend}>
      {hosts.map((party) => (
        <Sign key={party} glyph={<PartyGlyph {...middle} party={party} size={11} look="solid" />}>
          {t('calendar.host', { party: partyName(mechanism, party, i18n) })}
        </Sign>
      ))}
      {hasNoHost && (
        <Sign glyph={<PartyGlyph {...middle} party={null} size={10} look="solid" />}>
          {t('calendar.hostNone')}
        </Sign>
      )}
      {hasVideo && (
        <Sign glyph={<PartyGlyph {...middle} party={null} size={10} look="hollow" />}>
          {t('calendar.byVideo')}
        </Sign>
      )}
      {hasDue && (
        <Sign glyph={<PartyGlyph {...middle} party={null} size={11} look="planned" />}>
          {t('calendar.dueMeans')}
        </Sign>
      )}
      <KindSigns kinds={kinds} />
      {kinds.length > 0 && <li>{t('calendar.hollowMeans')}</li>}
    </Legend>
  );
});
