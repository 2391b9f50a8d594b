import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { searchQuery } from '#src/api/queries.ts';
import { searchableText, toSections } from '#src/record/matches/search-options.ts';

/** How long a slow answer is waited for before the question is put anew with the text as it is by then. */
const PATIENCE_MS = 120;

interface Options {
  typed: string;
  /** The most matches of a group. */
  limit: number;
  /** While an input method composes a word, nothing is asked. */
  isComposing: boolean;
}

/**
 * Searches for what is typed: at once where nothing is on its way, so that an answer is never later than the backend
 * makes it; else as soon as the answer on its way has come, so that fast typing asks no more than can be answered. What
 * was asked before is answered from the cache. `isSettled` says whether the sections answer the text as it stands, so
 * that Enter never opens a match of an older text.
 */
export function useSearch({ typed, limit, isComposing }: Options) {
  const text = searchableText(typed);
  const [asked, setAsked] = useState(text);
  const query = useQuery({
    ...searchQuery(useApi(), { q: asked, limit }),
    enabled: asked !== '',
  });
  const isBusy = query.isFetching;
  if (!isBusy && !isComposing && asked !== text) setAsked(text);
  useEffect(() => {
    if (!isBusy || isComposing) return undefined;
    const timer = setTimeout(() => setAsked(text), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isBusy, isComposing, text]);
  const isSettled =
    text === asked && (asked === '' || (!query.isPlaceholderData && !query.isPending));
  return {
    text,
    isSettled,
    error: text === '' ? null : query.error,
    retry: () => void query.refetch(),
    sections: text === '' || query.data === undefined ? [] : toSections(query.data),
  };
}
