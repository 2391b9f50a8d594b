import { createContext, use, useCallback } from 'react';

import { lastDay } from '#src/api/edtf.ts';
import { shownDay } from '#src/lib/dates/clock.ts';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { searchOf, withChange } from './address.ts';
import type { Filters } from './filters.ts';
import type { Values } from './parameters.ts';
import { paths } from './paths.ts';
import { useAsOf } from './use-address.ts';

export type LinkTo = (
  pathname: string,
  change?: Partial<Values>,
  hash?: string,
) => {
  pathname: string;
  search: string;
  hash: string;
};

/** Builds links that carry the language, the as-of date, the demo scenario and an opened record along, and set what else is named. */
export function createLinkTo(shared: string): LinkTo {
  const searchWith = (change: Partial<Values>) =>
    searchOf(withChange(new URLSearchParams(shared), change));
  // A table has thousands of links that name nothing else.
  const search = searchWith({});
  return (pathname, change = {}, hash = '') => ({
    pathname,
    search: Object.keys(change).length > 0 ? searchWith(change) : search,
    hash,
  });
}

/** How the frame's address is carried along; it stays the same while only filters change. */
export const LinkToContext = createContext<LinkTo | null>(null);

/** Builds links from here; throws outside of the frame. */
export function useLinkTo(): LinkTo {
  const linkTo = use(LinkToContext);
  if (linkTo === null) throw new Error('useLinkTo needs the frame above it');
  return linkTo;
}

/**
 * The as-of date under which all meetings of these dates count: today's, which an address does not state, or the last day
 * of those that are still to come.
 */
export function wholeAsOf(dates: readonly string[]): string | null {
  const today = shownDay();
  const toCome = dates.filter((date) => isAfter(date, today)).map(lastDay);
  return toCome.toSorted().at(-1) ?? null;
}

/**
 * Builds links to the entries of one meeting that make up a number on its page. A meeting after the as-of date has no
 * entries under that date, so the links then leave it behind: the list must be as long as the number.
 */
export function useMeetingEvidence(meeting: { ordinal: number; date: string }) {
  const linkTo = useLinkTo();
  const { asOf } = useAsOf();
  const { ordinal, date } = meeting;
  return useCallback(
    (filters: Partial<Filters> = {}) => {
      const change = {
        ...filters,
        meeting: [ordinal],
        ...(isAfter(date, asOf) && { asOf: wholeAsOf([date]) }),
      };
      return linkTo(paths.fields(), change, '#entries');
    },
    [linkTo, ordinal, date, asOf],
  );
}
