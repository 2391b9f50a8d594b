import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, type PointerEvent } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { useAsOf, useChosenFilters } from '#src/address/use-address.ts';
import { toEntryFilters, toggled } from '#src/address/filters.ts';
import { useChartForm } from '../series/use-chart-form.ts';
import type { Facet } from '../series/use-facet-options.ts';

export type AskAhead = (facet: Facet, value: string, event: PointerEvent) => void;

/**
 * Asks for a choice's numbers while the button of the mouse is still going down: a press takes a tenth of a second, in
 * which a backend has often answered. Not for a finger, which may be about to scroll.
 */
export function useAskAhead(): AskAhead {
  const client = useQueryClient();
  const api = useApi();
  const { asOf } = useAsOf();
  const { dimensions } = useChartForm();
  const filters = useChosenFilters();
  const ask = (facet: Facet, value: string) => {
    const next = { ...filters, [facet]: toggled(filters[facet], value) };
    // A failure is met again, and told, by the view that needs the answer.
    client
      .query(summaryQuery(api, { ...toEntryFilters(next, asOf), ...dimensions }))
      .catch(() => undefined);
  };
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  // The same function for every drawing: a hundred choices hold it.
  return useCallback((facet, value, { pointerType, button }) => {
    if (pointerType !== 'touch' && button === 0) latest.current(facet, value);
  }, []);
}
