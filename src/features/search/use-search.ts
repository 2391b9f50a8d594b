import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { searchQuery } from '#src/api/queries.ts';
import { searchableText, toSections } from './search-options.ts';

/** Long enough to skip most keystrokes of a word, short enough to feel instant. */
const PAUSE_MS = 120;

/**
 * Searches for what is typed, once the typing pauses; a question that is out of date is cancelled. `isSettled` says
 * whether the sections answer the text as it stands, so that Enter never opens a match of an older text.
 */
export function useSearch(typed: string, limit: number) {
  const text = searchableText(typed);
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const query = useQuery({
    ...searchQuery(useApi(), { q: asked, limit }),
    enabled: asked !== '',
  });
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
