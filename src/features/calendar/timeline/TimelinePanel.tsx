import { useQuery } from '@tanstack/react-query';
import { useMemo, useId } from 'react';

import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { firstDay, lastDay, yearsOf } from '#src/api/edtf.ts';
import { calendarQuery } from '#src/api/queries.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { useAsOf, useValue } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { runsOf } from '#src/lib/runs.ts';
import { toDay } from '#src/lib/dates/day-number.ts';
import { Link } from '#src/ui/Link.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { AddressChoice } from '#src/record/AddressChoice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import { usePrinting } from '#src/ui/use-printing.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { toAgenda } from '../items/agenda.ts';
import { AgendaList } from '../items/AgendaList.tsx';
import type { PointLane } from '../layout/figure-layout.ts';
import { toDatedItems } from '../layout/layout-points.ts';
import { Timeline } from './Timeline.tsx';
import styles from './timeline.module.css';
import { useFigureData } from '../layout/use-figure-data.ts';

/** Names the years for which the record has nothing, so that an empty place in the drawing is not taken for a fact. */
function GapsNote() {
  const { t, date, list } = useI18n();
  const { meetings, exchangeYears, failure } = useRecord();
  const { asOf } = useAsOf();
  // Lists that could not be had say nothing about gaps.
  if (failure !== null) return null;
  if (meetings.length + exchangeYears.length === 0) return null;
  const gaps = recordGaps(meetings, exchangeYears, asOf);
  const said = (['exchangeYears', 'meetings'] as const).flatMap((what) =>
    gaps[what].length === 0
      ? []
      : [t(`calendar.gap-${what}`, { years: list(gaps[what].map((years) => date(years))) })],
  );
  return <>{said.length > 0 ? said.join(' ') : gaps.areNone && t('calendar.gap-none')}</>;
}

/** The lanes of points: what exchange years consist of and, where asked for, the sessions of commissions. */
function usePointLanes(items: readonly CalendarItem[] | undefined, hasSessions: boolean) {
  const { t } = useI18n();
  return useMemo((): PointLane[] => {
    const dated = toDatedItems(items ?? []);
    const events: PointLane = {
      id: 'events',
      title: t('calendar.laneEvents'),
      dated: dated.filter(({ item: { kind } }) => kind !== 'meeting' && kind !== 'session'),
    };
    const sessions: PointLane = {
      id: 'sessions',
      title: t('calendar.laneSessions'),
      dated: dated.filter(({ item: { kind } }) => kind === 'session'),
    };
    // A lane that nothing will ever stand in is left out; until that is known it keeps its place.
    const isThere = ({ dated: held }: PointLane) => items === undefined || held.length > 0;
    return (hasSessions ? [events, sessions] : [events]).filter(isThere);
  }, [items, hasSessions, t]);
}

/** Beyond this many years, those in which nothing is are left out. */
const MOST = 200;

function YearLinks() {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  const { bounds } = useFigureData();
  const { meetings, exchangeYears } = useRecord();
  const { asOf } = useAsOf();
  const id = useId();
  const first = Number(toDay(bounds.from).slice(0, 4));
  const last = Number(toDay(bounds.to - 1).slice(0, 4));
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const named = new Set(
    [asOf, ...meetings.map(({ date }) => date), ...exchangeYears.map(({ years }) => years)].flatMap(
      (date) => [firstDay(date), lastDay(date)].map((day) => Number(day.slice(0, 4))),
    ),
  );
  const years = all.length > MOST ? all.filter((year) => named.has(year)) : all;
  return (
    <nav aria-labelledby={id} className="no-print">
      <h3 id={id} className={`${styles.yearsTitle} small quiet`}>
        {t('calendar.years')}
      </h3>
      <ul className={styles.years}>
        {years.map((year) => (
          <li key={year}>
            <Link to={linkTo(paths.calendarYear(year))}>{String(year).padStart(4, '0')}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * The whole calendar on one axis, to zoom into; with the years to go to and the gaps in the record. The bands and the
 * meetings do not wait for the points, of which there may be thousands.
 */
export function TimelinePanel() {
  const { t } = useI18n();
  const points = useQuery(calendarQuery(useApi(), {}));
  const { data, error } = points;
  const sessions = useValue('sessions');
  // On paper no mark can be pointed at, and none that is shared can be opened.
  const isPrinting = usePrinting();
  const isTouched = useMedia('(pointer: coarse)');
  const hasAnySession =
    sessions === 'show' || data === undefined || data.items.some(({ kind }) => kind === 'session');
  const lanes = usePointLanes(data?.items, sessions === 'show');
  return (
    <Panel
      title={t('calendar.timeline')}
      lead={
        <>
          {t('calendar.timelineLead')}{' '}
          <span className="no-print">
            {t(isTouched ? 'calendar.timelineHintTouch' : 'calendar.timelineHint')}
          </span>
        </>
      }
      note={<GapsNote />}
      actions={
        hasAnySession && (
          <AddressChoice
            of="sessions"
            label={t('calendar.laneSessions')}
            words={(one) => t(`calendar.sessions-${one}`)}
          />
        )
      }
    >
      <LostAnswers of={[points]} />
      <div aria-busy={data === undefined && error === null}>
        <Timeline lanes={lanes} {...(data && { span: data })} />
      </div>
      {isPrinting && data && <AgendaList years={toAgenda(data.items)} />}
      <YearLinks />
    </Panel>
  );
}

const dateOf = (year: number) => String(year).padStart(4, '0');

/** The years without, as EDTF dates or intervals: 2008, 2011/2013. */
function missing(known: ReadonlySet<number>, last: number): string[] {
  const first = [...known].reduce((least, year) => Math.min(least, year), last + 1);
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return runsOf(all.filter((year) => !known.has(year))).map(({ from, to }) =>
    from === to ? dateOf(from) : `${dateOf(from)}/${dateOf(to)}`,
  );
}

/**
 * The years between the first one on record and the as-of date in which the record has no meeting, and those in which
 * it has no exchange year. Only where both had begun by then can there be said to be none.
 */
export function recordGaps(
  meetings: readonly { date: string }[],
  exchangeYears: readonly { years: string }[],
  asOf: string,
): { meetings: string[]; exchangeYears: string[]; areNone: boolean } {
  const last = Number(asOf.slice(0, 4));
  const met = meetings.map(({ date }) => Number(firstDay(date).slice(0, 4)));
  const marked = exchangeYears.flatMap(({ years }) => yearsOf(years));
  const gaps = {
    // A meeting of the current year may be yet to come.
    meetings: missing(new Set(met), last - 1),
    exchangeYears: missing(new Set(marked), last),
  };
  const haveBegun = [met, marked].every((years) => years.some((year) => year <= last));
  return { ...gaps, areNone: haveBegun && gaps.meetings.length + gaps.exchangeYears.length === 0 };
}
