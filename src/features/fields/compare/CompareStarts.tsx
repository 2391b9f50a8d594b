import { memo } from 'react';

import { filterText, type Filters } from '#src/address/filters.ts';
import { useCompareLink } from '#src/address/use-compare-link.ts';
import { useAsOf, useFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { Link } from '#src/ui/Link.tsx';
import { lastDay } from '#src/api/edtf.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import type { Named } from '#src/api/schemas/common.ts';
import { neighbourOf } from '#src/record/people/chairs-of.ts';
import { PINS_AT_MOST } from '#src/address/pins.ts';
import styles from './ComparePanel.module.css';
import { useBalanceNames } from '../series/use-chart-form.ts';
import { usePins } from './PinButton.tsx';

/** Comparisons that are asked for most, each one press away under the filters of this view. */
export const CompareStarts = memo(function CompareStarts() {
  const { t, list, name } = useI18n();
  const { meetings, mechanism } = useRecord();
  const { asOf } = useAsOf();
  const filters = useFilters();
  const { compareTo } = usePins();
  const { first, second } = useBalanceNames();
  const compareLink = useCompareLink();
  const pairs = chairPairs(meetings, filters.coChair, asOf);
  const held = meetings.filter(({ date }) => !isAfter(date, asOf));
  const decades = decadeStates(filters, held);
  const starts = [
    {
      words: t('fields.compareParties', { first, second }),
      states: partyStates(filters, mechanism.parties),
    },
    {
      words: list(decades.map(({ from, to }) => `${from}–${to}`)),
      states: decades,
    },
  ].filter(({ states }) => states.length > 1);
  return (
    <ul
      className={`${styles.starts} no-print flow links small`}
      aria-label={t('fields.compareStarts')}
    >
      <li aria-hidden="true">{t('fields.compareStarts')}</li>
      {starts.map(({ words, states }) => (
        <li key={states.map(filterText).join(' ')}>
          <Link keepsPlace to={compareTo(states)}>
            {words}
          </Link>
        </li>
      ))}
      {pairs.map(([before, after]) => (
        <li key={after.id}>
          <Link
            to={compareLink({ kind: 'coChair', id: before.id }, { kind: 'coChair', id: after.id })}
          >
            {t('fields.compareChairs', { first: name(before.name), second: name(after.name) })}
          </Link>
        </li>
      ))}
    </ul>
  );
});

const DECADE = 10;

/** The filters once for either party, and nothing else changed. */
export function partyStates(filters: Filters, parties: readonly { id: string }[]): Filters[] {
  return parties.slice(0, 2).map(({ id }) => ({ ...filters, party: [id] }));
}

/**
 * The filters once for each of the last decades, counted back from the latest meeting: as many as can be pinned and as
 * have a meeting. Empty where the meetings span less than two.
 */
export function decadeStates(filters: Filters, meetings: readonly { date: string }[]): Filters[] {
  const years = meetings.map(({ date }) => Number(lastDay(date).slice(0, 4)));
  const [earliest, latest] = [Math.min(...years), Math.max(...years)];
  const starts = Array.from({ length: PINS_AT_MOST }, (_, back) => latest - DECADE * (back + 1) + 1)
    .filter((start) => start + DECADE > earliest)
    .toReversed();
  return starts.length < 2
    ? []
    : starts.map((start) => ({
        ...filters,
        from: String(start),
        to: String(start + DECADE - 1),
      }));
}

/**
 * Co-chairs who are compared most, each with whoever is set against them first: those whom the filters name, else those
 * of the latest meeting held by a day.
 */
function chairPairs(
  meetings: readonly Pick<MeetingSummary, 'ordinal' | 'date' | 'coChairs'>[],
  chosen: readonly string[],
  asOf: string,
): [before: Named, after: Named][] {
  const held = meetings
    .filter(({ date }) => !isAfter(date, asOf))
    .toSorted((a, b) => b.ordinal - a.ordinal);
  const people = held.flatMap(({ coChairs }) => coChairs.map(({ person }) => person));
  const wanted =
    chosen.length > 0 ? chosen : (held[0]?.coChairs.map(({ person }) => person.id) ?? []);
  return [...new Set(wanted)].flatMap((id): [Named, Named][] => {
    const own = people.find((person) => person.id === id);
    const other = neighbourOf(id, held);
    return own === undefined || other === null ? [] : [[other, own]];
  });
}
