import { useQueries } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import type { Field } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { type Filters, filterText, toEntryFilters } from '#src/address/filters.ts';
import { useAsOf, useFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { groupColour } from '#src/record/colours.ts';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { together } from '#src/ui/waiting/together.ts';
import { ScrollingTable } from '#src/ui/ScrollingTable.tsx';
import styles from './ComparePanel.module.css';
import { useFilterWords } from '../series/use-filter-words.ts';
import { usePins } from './PinButton.tsx';

/** Pinned filter states and the view's own side by side, all on one scale. */
export function ComparePanel() {
  const { t } = useI18n();
  const { asOf } = useAsOf();
  const api = useApi();
  const { states } = usePins();
  const results = useQueries({
    queries: states.map((state) =>
      summaryQuery(api, { ...toEntryFilters(state, asOf), by: 'kind' }),
    ),
  });
  return (
    <Panel title={t('fields.compareTitle')} lead={t('fields.compareLead')}>
      <QueryView query={together(results)} height={400}>
        {(summaries) => <Compared states={states} summaries={summaries} />}
      </QueryView>
    </Panel>
  );
}

interface ComparedProps {
  states: readonly Filters[];
  summaries: readonly FieldSummary[];
}

interface CellProps {
  state: Filters;
  field: Field;
  count: number;
  /** The count that fills a cell, the same in all columns. */
  max: number;
}

/** A field's count in one state, as a bar and a number that opens its entries under that state. */
function ComparedCell({ state, field, count, max }: CellProps) {
  const { t, name, number } = useI18n();
  const { taxonomy } = useRecord();
  const { stateTo } = usePins();
  return (
    <td>
      <span className={styles.cell}>
        <span className={styles.track} aria-hidden="true">
          <span
            className={styles.bar}
            style={{
              width: `${(count / Math.max(max, 1)) * 100}%`,
              background: groupColour(taxonomy, field.group),
            }}
          />
        </span>
        {count === 0 ? (
          <span aria-label={t('fields.noEntries')}>–</span>
        ) : (
          <Link
            keepsPlace
            className={styles.number}
            to={stateTo(state, { field: field.id })}
            aria-label={t('fields.entriesOf', { field: name(field.name), count })}
          >
            {number(count)}
          </Link>
        )}
      </span>
    </td>
  );
}

function Compared({ states, summaries }: ComparedProps) {
  const { t } = useI18n();
  const { rows, max } = compareStates(summaries);
  return (
    <ScrollingTable caption={t('fields.compareTitle')} className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>
            {t('fields.column-field')}
          </th>
          {states.map((state, index) => (
            <StateHead
              key={filterText(state)}
              state={state}
              entries={summaries[index]?.total.entries ?? 0}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, counts }) => (
          <tr key={field.id}>
            <th scope="row">
              <FieldTag field={field} />
            </th>
            {states.map((state, index) => (
              <ComparedCell
                key={filterText(state)}
                state={state}
                field={field}
                count={counts[index] ?? 0}
                max={max}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function StateHead({ state, entries }: { state: Filters; entries: number }) {
  const { t } = useI18n();
  const filters = useFilters();
  const wordsOf = useFilterWords();
  const { isPinned, removeTo, stateTo } = usePins();
  const words = wordsOf(state).map(({ name, value }) => `${name}: ${value}`);
  const label = words.length === 0 ? t('fields.noFilters') : words.join('; ');
  const isCurrent = filterText(state) === filterText(filters);
  return (
    <th scope="col">
      <span>{label}</span>
      <span className={`${styles.about} flow links quiet`}>
        <Link
          keepsPlace
          to={stateTo(state, {})}
          aria-label={`${t('fields.entriesTitle', { count: entries })}: ${label}`}
        >
          {t('fields.entriesTitle', { count: entries })}
        </Link>
        {isCurrent ? (
          <span>{t('fields.pinCurrent')}</span>
        ) : (
          <Link keepsPlace to={stateTo(state, null)} aria-label={`${t('fields.pinUse')}: ${label}`}>
            {t('fields.pinUse')}
          </Link>
        )}
        {isPinned(state) && (
          <Link keepsPlace to={removeTo(state)} aria-label={`${t('fields.unpin')}: ${label}`}>
            {t('fields.unpin')}
          </Link>
        )}
      </span>
    </th>
  );
}

interface ComparedField {
  field: Field;
  counts: readonly number[];
}

/** Puts states side by side: every field that any of them has, the most frequent first, on one scale. */
export function compareStates(summaries: readonly FieldSummary[]): {
  rows: ComparedField[];
  max: number;
} {
  const fields = new Map<string, Field>();
  for (const { rows } of summaries) {
    for (const { field, entries } of rows) if (entries > 0) fields.set(field.id, field);
  }
  const tables = summaries.map(
    ({ rows }) => new Map(rows.map(({ field, entries }) => [field.id, entries])),
  );
  const rows = [...fields.values()].map((field) => ({
    field,
    counts: tables.map((table) => table.get(field.id) ?? 0),
  }));
  const highest = ({ counts }: ComparedField) => Math.max(...counts);
  return {
    rows: rows.toSorted((a, b) => highest(b) - highest(a)),
    max: Math.max(0, ...rows.map(highest)),
  };
}
