import type { CSSProperties } from 'react';

import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import type { ExchangeYear, EventKind } from '#src/api/schemas/exchange-years.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import { unbroken } from '#src/lib/dates/unbroken.ts';
import { partyColour } from '#src/record/colours.ts';
import { PartyLabel } from '#src/record/PartyLabel.tsx';
import { useToday } from '#src/ui/use-today.ts';
import { daysInMonth, intervalOf, lastDay, precisionOf, yearsOf } from '#src/api/edtf.ts';
import { statusBounds } from '#src/lib/dates/as-of.ts';
import { itemKindWords, dateWords, togetherValues, isHollow } from '../items/mark-words.ts';
import { KindSigns, Legend } from '../items/Legend.tsx';
import { StripMark, ToCome } from '../items/StripMark.tsx';
import styles from './months.module.css';
import { exchangeYearSteps } from './exchange-year-steps.ts';

interface Shared {
  exchangeYear: ExchangeYear;
  asOf: string;
}

/** One part in full, several as how many and from when to when. */
function partsWords([first, ...more]: readonly DatedPart[], i18n: Translator): string {
  if (first === undefined) return '';
  if (more.length > 0)
    return i18n.t('calendar.itemsTogether', togetherValues([first, ...more], i18n));
  const words = [itemKindWords(first.kind, i18n), dateWords(first, i18n), first.text];
  return words.filter((one) => one !== null).join(i18n.t('calendar.join'));
}

/** The mark of a month, or of a year, which leads to where the first of its parts is told. */
function Mark({ parts, exchangeYear, asOf }: Shared & { parts: readonly DatedPart[] }) {
  const i18n = useI18n();
  const linkTo = useLinkTo();
  const [first] = parts;
  if (first === undefined) return null;
  const { text, meeting, date } = first;
  const to =
    text === null && meeting !== null
      ? linkTo(paths.meeting(meeting))
      : linkTo(
          paths.exchangeYear(exchangeYear.id),
          {},
          text === null ? '#milestones' : `#event-${date}`,
        );
  return <StripMark items={parts} asOf={asOf} to={to} aria-label={partsWords(parts, i18n)} />;
}

function Month({ of, ...shared }: Shared & { of: MonthOfYear }) {
  const { locale } = useI18n();
  const { month, isWithin, isRunOn, ceremonies, events } = of;
  const passed = passedOf(month, shared.asOf);
  const letter = new Intl.DateTimeFormat(locale, { month: 'narrow', timeZone: 'UTC' });
  return (
    <div className={styles.month} style={{ '--passed': `${passed * 100}%` } as CSSProperties}>
      {passed < 1 && <ToCome className={styles.toCome} />}
      {shared.asOf.startsWith(month) && <span className={styles.asOf} />}
      <span className={`${styles.lane} ${isRunOn ? styles.runOn : ''}`}>
        <Mark parts={ceremonies} {...shared} />
      </span>
      <span className={styles.lane}>
        <Mark parts={events} {...shared} />
      </span>
      <span className={isWithin ? styles.bar : styles.noBar} />
      <span className={`${styles.letter} tiny quiet`} aria-hidden="true">
        {letter.format(new Date(`${month}-01T00:00:00Z`)).replace('月', '')}
      </span>
    </div>
  );
}

function Year({ of, ...shared }: Shared & { of: YearOfMonths }) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const { year, host, months, unplaced } = of;
  const [first] = unplaced;
  return (
    <div
      className={styles.year}
      style={
        {
          '--host': host === null ? 'var(--ink-2)' : partyColour(mechanism, host),
        } as CSSProperties
      }
    >
      <p className={`${styles.name} flow tiny quiet`}>
        <span>{String(year).padStart(4, '0')}</span>
        {host !== null && <PartyLabel party={host} />}
      </p>
      <div className={styles.months}>
        {months.map((month) => (
          <Month key={month.month} of={month} {...shared} />
        ))}
      </div>
      {first && (
        <p className={`${styles.unplaced} tiny quiet`}>
          <Mark parts={unplaced} {...shared} />
          {i18n.t('calendar.sometimeInYear')}
        </p>
      )}
    </div>
  );
}

/** An exchange year drawn through its months: when it runs and who hosts, its ceremonies above its events, and the as-of day. */
export function ExchangeYearMonths({ exchangeYear }: { exchangeYear: ExchangeYear }) {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const now = useToday();
  const years = exchangeYearMonths(exchangeYear);
  if (years.length === 0) return null;
  const shown = years.flatMap(({ months, unplaced }) => [
    ...months.flatMap(({ ceremonies, events }) => [...ceremonies, ...events]),
    ...unplaced,
  ]);
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  return (
    <section aria-label={t('calendar.throughMonths')} className={styles.figure}>
      <div className={styles.years}>
        {years.map((year) => (
          <Year key={year.year} of={year} exchangeYear={exchangeYear} asOf={asOf} />
        ))}
      </div>
      <Legend className={styles.legend}>
        <KindSigns kinds={kinds} />
        {years.some(({ year }) => asOf.startsWith(String(year).padStart(4, '0'))) && (
          <li>
            <span className={styles.asOfSign} />
            {t(asOf === now ? 'calendar.lineToday' : 'calendar.lineAsOf', {
              date: unbroken(date(asOf)),
            })}
          </li>
        )}
        {shown.some(({ date: of }) => isHollow(of, asOf)) && <li>{t('calendar.hollowMeans')}</li>}
      </Legend>
    </section>
  );
}

/** A ceremony or an event, or a step that no event tells of. */
interface DatedPart {
  kind: EventKind;
  date: string;
  until?: string | undefined;
  /** What the record says of it; null for a step that only a meeting's entry tells of. */
  text: string | null;
  /** The meeting that tells of such a step. */
  meeting: number | null;
}

interface MonthOfYear {
  /** `2024-05`. */
  month: string;
  isWithin: boolean;
  /** Whether something that began in an earlier month lasts into it. */
  isRunOn: boolean;
  ceremonies: DatedPart[];
  events: DatedPart[];
}

interface YearOfMonths {
  year: number;
  host: string | null;
  months: MonthOfYear[];
  unplaced: DatedPart[];
}

/** Beyond this many years, only those in which something is on record are drawn. */
const MOST_YEARS = 12;

function partsOf(exchangeYear: ExchangeYear): DatedPart[] {
  const untold = exchangeYearSteps(exchangeYear).flatMap(({ milestones }) =>
    milestones.filter(({ event }) => event === null),
  );
  return [
    ...exchangeYear.events.map((event) => ({ ...event, meeting: null })),
    ...untold.map(({ milestone: { kind, date, meeting } }) => ({
      kind,
      date,
      text: null,
      meeting,
    })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * The years of an exchange year, and those in which it was announced or something else of it took place, each as its
 * months. Each part stands once: at the month in which it began, or at the year where no more is on record.
 */
export function exchangeYearMonths(exchangeYear: ExchangeYear): YearOfMonths[] {
  const parts = partsOf(exchangeYear);
  const { start, end } = statusBounds(exchangeYear);
  const own = yearsOf(exchangeYear.years);
  const years = new Set([
    ...(own.length > MOST_YEARS ? [] : own),
    ...parts.map(({ date }) => Number(date.slice(0, 4))),
  ]);
  const lasting = parts.filter((part) => intervalOf(part) !== part.date);
  return [...years]
    .toSorted((a, b) => a - b)
    .map((year) => {
      const name = String(year).padStart(4, '0');
      const ofYear = parts.filter(({ date }) => date.startsWith(name));
      const months = Array.from({ length: 12 }, (_, index): MonthOfYear => {
        const month = `${name}-${String(index + 1).padStart(2, '0')}`;
        const here = ofYear.filter(({ date }) => date.startsWith(month));
        return {
          month,
          isWithin: start.slice(0, 7) <= month && month <= end.slice(0, 7),
          isRunOn: lasting.some(
            (part) =>
              part.date.slice(0, 7) < month && month <= lastDay(intervalOf(part)).slice(0, 7),
          ),
          ceremonies: here.filter(({ kind }) => kind !== 'event'),
          events: here.filter(({ kind }) => kind === 'event'),
        };
      });
      return {
        year,
        host: exchangeYear.hosting.find((one) => one.year === year)?.host ?? null,
        months,
        unplaced: ofYear.filter(({ date }) => precisionOf(date) === 'year'),
      };
    });
}

/** How much of a month has passed by a day, from 0 to 1; the day itself has. */
export function passedOf(month: string, day: string): number {
  const ofDay = day.slice(0, 7);
  if (ofDay !== month) return ofDay > month ? 1 : 0;
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Number(day.slice(8)) / daysInMonth(year, number);
}
