import { useEffect, useRef, useId, type CSSProperties } from 'react';

import { useAsOf, useSearchWith, useValue } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { useToday } from '#src/ui/use-today.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { CalendarItemLine } from '../items/CalendarItemLine.tsx';
import { EventFileButton } from '../items/CalendarFileButton.tsx';
import { StripMark, ToCome } from '../items/StripMark.tsx';
import { useItemLink } from '../items/use-item-link.ts';
import {
  toMonthStrips,
  isBare,
  isMarked,
  isOn,
  weekendsOf,
  type MonthStrip as Strip,
} from './month-strips.ts';
import styles from './strips.module.css';
import { type YearMonth, dayWords } from './year-months.ts';

const NAMED_DAYS = [1, 5, 10, 15, 20, 25, 31];

/** Twelve months as strips of their days on one scale, each with its items in words. */
export function YearStrips({ months }: { months: readonly YearMonth[] }) {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const now = useToday();
  const chosen = useValue('day');
  const searchWith = useSearchWith('day');
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    before.current = chosen;
    // Of a month with hundreds of items the chosen one may lie far below its mark.
    list.current?.querySelector(`.${styles.chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={list} className={styles.months}>
      <div className={styles.head} aria-hidden="true">
        <p className={styles.scale}>
          {NAMED_DAYS.map((day) => (
            <span key={day} style={{ gridColumn: day }}>
              {day}
            </span>
          ))}
        </p>
      </div>
      {toMonthStrips(months).map((strip) => (
        <MonthStrip
          key={strip.month}
          strip={strip}
          chosen={chosen}
          asOf={asOf}
          asOfWords={t(asOf === now ? 'calendar.lineToday' : 'calendar.lineAsOf', {
            date: date(asOf),
          })}
          searchOf={(day) => searchWith(day === chosen ? null : day)}
        />
      ))}
    </div>
  );
}

interface Props {
  strip: Strip;
  chosen: string | null;
  asOf: string;
  /** How the as-of day is told: "Today, …". */
  asOfWords: string;
  searchOf: (day: string) => string;
}

const monthName = (month: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

const columns = (from: number, to: number): CSSProperties => ({
  gridColumn: `${from} / ${to + 1}`,
});

/** The row of what stands on the strip, where a mark takes two days of it and where it takes three. */
const rowVariables = ({ laneOfTwo, laneOfThree }: { laneOfTwo: number; laneOfThree: number }) =>
  ({ '--two': laneOfTwo, '--three': laneOfThree }) as CSSProperties;

/** What lies under the marks: the month's days, its weekends, what is still to come, and the as-of day. */
function Ground({ strip, asOf }: Pick<Props, 'strip' | 'asOf'>) {
  const { month, length } = strip;
  const asOfMonth = asOf.slice(0, 7);
  const asOfDay = asOfMonth === month ? Number(asOf.slice(8)) : asOfMonth > month ? length : 0;
  return (
    <>
      {weekendsOf(strip).map((day) => (
        <span key={day} className={styles.weekend} style={columns(day, day)} />
      ))}
      <span className={styles.days} style={columns(1, length)} />
      {asOfDay < length && (
        <ToCome className={styles.toCome} style={columns(asOfDay + 1, length)} />
      )}
      {asOfMonth === month && <span className={styles.asOf} style={columns(asOfDay, asOfDay)} />}
      {strip.runs.map(({ from, to, ...rows }) => (
        <span
          key={from}
          className={styles.run}
          style={{ ...columns(from, to), ...rowVariables(rows) }}
        />
      ))}
    </>
  );
}

/** A dated thing in words, with where it is written; of a chosen day also as a file. */
function Told({ item, chosen }: { item: CalendarItem; chosen: string | null }) {
  const toItem = useItemLink();
  const isChosen = chosen !== null && isOn(item, chosen);
  return (
    <li id={`item-${item.id}`} className={isChosen ? styles.chosen : undefined}>
      <CalendarItemLine item={item} to={toItem(item)}>
        <Reference fact={{ source: item.source }} /> {isChosen && <EventFileButton item={item} />}
      </CalendarItemLine>
    </li>
  );
}

/** One month as a strip of its days, and what there is on them in words; a month without anything is one thin line. */
function MonthStrip({ strip, chosen, asOf, asOfWords, searchOf }: Props) {
  const i18n = useI18n();
  const { t, date } = i18n;
  const id = useId();
  const { month, marks, begun, unplaced } = strip;
  const isAsOfHere = asOf.startsWith(month);
  const empty = chosen?.startsWith(month) === true && !isMarked(strip, chosen) ? chosen : null;
  const isQuiet = isBare(strip) && !isAsOfHere && empty === null;
  return (
    <section aria-labelledby={id} className={`${styles.month} ${isQuiet ? styles.bare : ''}`}>
      <h3 id={id} className={styles.name}>
        {monthName(month, i18n.locale)}
      </h3>
      <div
        className={styles.strip}
        style={
          {
            '--rows': Math.max(0, ...marks.map(({ laneOfTwo }) => laneOfTwo)) + 1,
            '--rows-narrow': Math.max(0, ...marks.map(({ laneOfThree }) => laneOfThree)) + 1,
          } as CSSProperties
        }
      >
        <Ground strip={strip} asOf={asOf} />
        {marks.map(({ date: day, day: column, items, ...rows }) => (
          <StripMark
            key={day}
            items={items}
            asOf={asOf}
            keepsPlace
            to={{ search: searchOf(day) }}
            data-day={day}
            className={`${styles.mark} ${day === chosen ? styles.markChosen : ''}`}
            style={{ ...columns(column, column), ...rowVariables(rows) }}
            aria-label={dayWords(day, items, asOf, i18n)}
            {...(day === chosen && { 'aria-current': 'true' as const })}
          />
        ))}
      </div>
      {isQuiet ? (
        <p className="visually-hidden">{t('calendar.nothingOn', { date: date(month) })}</p>
      ) : (
        <div className={`${styles.words} small`}>
          {isAsOfHere && (
            <p className={`${styles.quiet} tiny quiet`} aria-current="date" data-day={asOf}>
              {asOfWords}
            </p>
          )}
          {begun.length > 0 && (
            <ul>
              {begun.map((item) => (
                <Told key={item.id} item={item} chosen={chosen} />
              ))}
            </ul>
          )}
          {unplaced.length > 0 && (
            <>
              <p className={`${styles.quiet} tiny quiet`}>{t('calendar.sometimeInMonth')}</p>
              <ul>
                {unplaced.map((item) => (
                  <Told key={item.id} item={item} chosen={null} />
                ))}
              </ul>
            </>
          )}
          {empty !== null && (
            <p className={`${styles.quiet} tiny quiet`}>
              {t('calendar.nothingOn', { date: date(empty) })}
            </p>
          )}
        </div>
      )}
    </section>
  );
}
