import { memo } from 'react';

import { filterText } from '#src/address/filters.ts';
import { useCompareLink } from '#src/address/use-compare-link.ts';
import { useAsOf, useFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { Link } from '#src/ui/Link.tsx';
import styles from './ComparePanel.module.css';
import { chairPairs, decadeStates, partyStates } from './compare-presets.ts';
import { useBalanceNames } from '../series/use-balance-names.ts';
import { usePins } from './use-pins.ts';

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
    <ul className={`${styles.starts} no-print`} aria-label={t('fields.compareStarts')}>
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
