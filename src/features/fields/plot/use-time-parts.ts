import { useQueries } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import type { EntryFilters } from '#src/api/params.ts';
import { summaryQuery } from '#src/api/queries.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import type { EvidenceCell } from '#src/filters/evidence-cell.ts';
import { toEntryFilters } from '#src/filters/filters.ts';
import { useView } from '#src/filters/use-view.ts';
import { partCell, partColour } from '../series/dimension-words.ts';

/** One layer of the bars over time. */
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

/**
 * The layers of the bars over time. The contract counts fields by one other thing at a time, so each layer is a question
 * of its own; until all are answered the bars are whole.
 */
export function useTimeParts(summary: FieldSummary, stack: 'kind' | 'party' | 'none'): TimePart[] {
  const api = useApi();
  const { mechanism, filters, asOf } = useView();
  const params = toEntryFilters(filters, asOf);
  const used =
    stack === 'none'
      ? []
      : summary.facets[stack].filter(
          ({ value, entries }) =>
            entries > 0 &&
            (params[stack] === undefined || params[stack].some((chosen) => chosen === value)),
        );
  const layers = useQueries({
    queries: used.map(({ value }) =>
      summaryQuery(api, { ...params, ...only(stack, value), by: summary.by }),
    ),
  });
  const isReady =
    layers.length > 0 &&
    layers.every(({ data, isPlaceholderData }) => data !== undefined && !isPlaceholderData);
  if (stack === 'none' || !isReady)
    return [{ key: 'whole', cell: {}, colour: 'var(--rule-strong)', counts: countsOf(summary) }];
  return used.map(({ value }, index) => ({
    key: value,
    cell: partCell(stack, value),
    colour: partColour(stack, value, mechanism),
    counts: countsOf(layers[index]?.data),
  }));
}

function only(stack: 'kind' | 'party' | 'none', value: string): EntryFilters {
  const { kind, party } = partCell(stack === 'party' ? 'party' : 'kind', value);
  return {
    ...(kind !== undefined && { kind: [kind] }),
    ...(party !== undefined && { party: [party] }),
  };
}
