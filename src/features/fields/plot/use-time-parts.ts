import { useQueries, useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import type { EntryFilters } from '#src/api/params.ts';
import { summaryQuery } from '#src/api/queries.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import type { Choice } from '#src/address/parameters.ts';
import { toEntryFilters } from '#src/address/filters.ts';
import { useAsOf, useFollowingFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import { partCell, partColour } from '../series/dimension-words.ts';

/** Of more columns than these, a number at each would run into the next, however wide the screen. */
export const MOST_NUMBERED = 40;

export interface TimePart {
  key: string;
  /** What the layer narrows the filters to; nothing where the bars are whole. */
  cell: EvidenceCell;
  colour: string;
  /** Entries by the column's key, each once. */
  counts: ReadonlyMap<string, number>;
}

const countsOf = (summary: FieldSummary | undefined) =>
  new Map(summary?.columns.map(({ key, entries }) => [key, entries]));

const partOf = ({ columns }: FieldSummary, part: string) =>
  new Map(
    columns.map(({ key, parts }) => [key, parts?.find((one) => one.key === part)?.entries ?? 0]),
  );

/**
 * The layers of the bars over time, of the answer that has the columns and what they are split into. A backend of a
 * contract before 1.2 splits nothing: there each layer is a question of its own, and the bars are whole until all are
 * answered.
 */
export function useTimeParts(summary: FieldSummary, stack: Choice<'stack'>) {
  const api = useApi();
  const { mechanism } = useRecord();
  const { asOf } = useAsOf();
  const params = { ...toEntryFilters(useFollowingFilters(), asOf), by: summary.by };
  const values =
    stack === 'none'
      ? []
      : summary.facets[stack].flatMap(({ value, entries }) => (entries > 0 ? [value] : []));
  const isSplit = stack !== 'none' && summary.split === stack;
  // The page's own question: what an answer to the one before lacks says nothing about the backend.
  const { isPlaceholderData } = useQuery(
    summaryQuery(api, { ...params, ...(stack !== 'none' && { split: stack }) }),
  );
  const asked =
    isSplit || stack === 'none' || isPlaceholderData ? [] : within(values, params[stack]);
  const layers = useQueries({
    queries: asked.map((value) => summaryQuery(api, { ...params, ...only(stack, value) })),
  });
  const parts = isSplit
    ? values
        .map((value) => ({ value, counts: partOf(summary, value) }))
        .filter(({ counts }) => [...counts.values()].some((count) => count > 0))
    : asked.map((value, index) => ({ value, counts: countsOf(layers[index]?.data) }));
  const isReady = layers.every((layer) => layer.data !== undefined && !layer.isPlaceholderData);
  const whole = {
    key: 'whole',
    cell: {},
    colour: 'var(--rule-strong)',
    counts: countsOf(summary),
  };
  const drawn: TimePart[] =
    stack === 'none' || !isReady || parts.length === 0
      ? [whole]
      : parts.map(({ value, counts }) => ({
          key: value,
          cell: partCell(stack, value),
          colour: partColour(stack, value, mechanism),
          counts,
        }));
  return { parts: drawn, layers };
}

/** Those among the chosen ones; all where none is chosen. */
const within = (values: string[], chosen: readonly string[] | undefined) =>
  values.filter((value) => chosen === undefined || chosen.includes(value));

function only(stack: Choice<'stack'>, value: string): EntryFilters {
  const { kind, party } = partCell(stack === 'party' ? 'party' : 'kind', value);
  return {
    ...(kind !== undefined && { kind: [kind] }),
    ...(party !== undefined && { party: [party] }),
  };
}
