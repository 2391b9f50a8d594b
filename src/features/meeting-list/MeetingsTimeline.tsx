import { useEffect, useRef } from 'react';

import type { Person } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyName } from '#src/record/value-words.ts';
import styles from './MeetingsTimeline.module.css';
import { MeetingMark } from './MeetingMark.tsx';
import {
  hostRows,
  positionOf,
  timelineWindow,
  yearTicks,
  type Gap,
  type TimelineRow,
  NARROWEST,
  termRow,
  type TimelineWindow,
  type PlacedTerm,
} from './timeline.ts';
import { firstDay, lastDay } from '#src/api/edtf.ts';
import { partyColour } from '#src/record/colours.ts';

interface Props {
  people: readonly Person[];
  /** The longest time between two meetings, which the axis points out. */
  gap: Gap | null;
  /** True while the terms are on their way; their rows keep their place. */
  isPending: boolean;
}

/** Heights in rem, so that a larger text has larger lines: of meetings, then of terms. */
const MARK_LINE = 1.75;
const TERM_LINE = 1.5625;
/** Where in what is in view the latest meeting stands, as a share of the width. */
const ROOM = 0.8;

interface TimelineAxisProps {
  ticks: readonly { year: number; at: number }[];
  asOfAt: number;
  asOf: string;
  gap: { months: number; isAbout: boolean; from: number; to: number } | null;
}

const percent = (share: number) => `${100 * share}%`;

/** Years above the rows, light lines through them, the longest gap as a bracket, and the as-of date as a line. */
function TimelineAxis({ ticks, asOfAt, asOf, gap }: TimelineAxisProps) {
  const { t, date } = useI18n();
  return (
    <div className={styles.axis} aria-hidden="true">
      {ticks.map(({ year, at }) => (
        <span key={year} className={styles.tick} style={{ insetInlineStart: percent(at) }}>
          <span>{year}</span>
        </span>
      ))}
      {gap && (
        <span
          className={styles.gap}
          style={{ insetInlineStart: percent(gap.from), width: percent(gap.to - gap.from) }}
        >
          <span>
            {t(gap.isAbout ? 'meetings.gapAbout' : 'meetings.gapMonths', { months: gap.months })}
          </span>
        </span>
      )}
      {asOfAt >= 0 && asOfAt <= 1 && (
        <span
          className={styles.asOf}
          data-side={asOfAt < 0.2 ? 'after' : 'before'}
          style={{ insetInlineStart: percent(asOfAt) }}
        >
          <span>{t('meetings.asOfMark', { date: date(asOf, 'short') })}</span>
        </span>
      )}
    </div>
  );
}

/** Rows of marks by host above rows of terms by party, on one time axis; wider than a phone, so it scrolls within. */
export function MeetingsTimeline({ people, gap, isPending }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const figure = useRef<HTMLElement>(null);
  const { meetings, mechanism } = useRecord();
  const { asOf } = useAsOf();
  const window = timelineWindow(meetings, asOf);
  const parties = mechanism.parties.map(({ id }) => id);
  const latest = meetings.reduce(
    (at, { date }) => Math.max(at, positionOf(lastDay(date), window)),
    0,
  );
  // Where it does not fit, the latest meetings are in view first.
  useEffect(() => {
    const { current } = figure;
    if (current) current.scrollLeft = latest * current.scrollWidth - ROOM * current.clientWidth;
  }, [latest]);
  const rowWords = ({ row, party }: TimelineRow) => {
    if (row === 'video') return t('meetings.format-video');
    if (row === 'elsewhere') return t('meetings.rowElsewhere');
    if (row === 'unknown') return t('meetings.rowUnknown');
    return t('meetings.rowHosted', { party: partyName(mechanism, party ?? '', i18n) });
  };
  const lastYear = meetings[0]?.date.slice(0, 4) ?? window.to.slice(0, 4);
  const gapAt = gap && {
    months: gap.months,
    isAbout: gap.isAbout,
    from: positionOf(firstDay(gap.before.date), window),
    to: positionOf(firstDay(gap.after.date), window),
  };
  return (
    <figure
      ref={figure}
      className={styles.figure}
      aria-label={t('meetings.timelineLabel', {
        from: window.from.slice(0, 4),
        to: lastYear,
        isOne: String(window.from.slice(0, 4) === lastYear),
      })}
      // A figure that scrolls must be reachable with the keyboard.
      tabIndex={0}
    >
      <div className={styles.drawing}>
        <TimelineAxis
          ticks={yearTicks(window).map((year) => ({
            year,
            at: positionOf(`${year}-01-01`, window),
          }))}
          asOfAt={positionOf(asOf, window)}
          asOf={asOf}
          gap={gapAt}
        />
        {hostRows(meetings, parties, window).map((row) => (
          <section key={row.party ?? row.row} className={styles.row}>
            <h3 className={`${styles.label} small quiet`}>{rowWords(row)}</h3>
            <ul className={styles.track} style={{ height: `${row.lines * MARK_LINE}rem` }}>
              {row.placed.map((placed) => (
                <MeetingMark
                  key={placed.meeting.ordinal}
                  placed={placed}
                  top={`${placed.line * MARK_LINE}rem`}
                />
              ))}
            </ul>
          </section>
        ))}
        {parties.map((party) => (
          <TermRow
            key={party}
            party={party}
            people={people}
            window={window}
            isPending={isPending}
          />
        ))}
      </div>
    </figure>
  );
}

interface TermRowProps {
  party: string;
  people: readonly Person[];
  window: TimelineWindow;
  /** True while the terms are on their way; the row keeps a place for them. */
  isPending: boolean;
}

const LATIN_WIDTH = 7;
const WIDE_WIDTH = 13;

/** A label's width at 12 px, guessed from its letters; a little too much is better than two labels that touch. */
function labelShare(text: string): number {
  const widths = Array.from(text, (letter) => (letter > '\u2E7F' ? WIDE_WIDTH : LATIN_WIDTH));
  return (widths.reduce((sum, width) => sum + width, 0) + 12) / NARROWEST;
}

interface TermBarProps {
  placed: PlacedTerm;
  /** A CSS length. */
  top: string;
}

/** From the first to the last meeting that a person co-chaired in a row, with the person's name on it. */
function TermBar({ placed: { person, term, at, width }, top }: TermBarProps) {
  const { t, name, date } = useI18n();
  const { mechanism } = useRecord();
  const count = t('meetings.meetingCount', { count: term.meetings.length });
  const span =
    term.from === term.to
      ? date(term.from, 'short')
      : `${date(term.from, 'short')} – ${date(term.to, 'short')}`;
  return (
    <li
      className={styles.term}
      style={{ insetInlineStart: `${100 * at}%`, width: `${100 * width}%`, top }}
      title={`${name(person.name)}, ${name(term.office.name)}: ${span}, ${count}`}
    >
      <span className={styles.termLabel}>{name(person.name)}</span>
      <span className="visually-hidden">
        , {span}, {count}
      </span>
      <span
        className={styles.bar}
        style={{ background: partyColour(mechanism, person.party) }}
        aria-hidden="true"
      />
    </li>
  );
}

/** Who co-chaired for one party, as bars on as many lines as the names need. */
function TermRow({ party, people, window, isPending }: TermRowProps) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const { lines, placed } = termRow(people, party, window, ({ name }) =>
    labelShare(i18n.name(name)),
  );
  // A party of whose co-chairs nothing is on record has no lane.
  if (!isPending && placed.length === 0) return null;
  return (
    <section className={styles.row}>
      <h3 className={`${styles.label} small quiet`}>
        {i18n.t('meetings.rowChairs', { party: partyName(mechanism, party, i18n) })}
      </h3>
      <ul
        className={styles.track}
        style={{ height: `${(isPending ? 2 : lines) * TERM_LINE}rem` }}
        aria-busy={isPending}
      >
        {placed.map((term) => (
          <TermBar
            key={`${term.person.id} ${term.term.from}`}
            placed={term}
            top={`${term.line * TERM_LINE}rem`}
          />
        ))}
      </ul>
    </section>
  );
}
