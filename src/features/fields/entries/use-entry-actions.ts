import { useState } from 'react';
import { useNavigate } from 'react-router';

import type { Entry } from '#src/api/schemas/entries.ts';
import { paths } from '#src/filters/paths.ts';
import { useLinkTo } from '#src/filters/use-view.ts';
import { toApa } from '#src/lib/cite/to-apa.ts';
import { useCite } from '#src/record/use-citation.ts';

/** What became of a citation that was copied last; `of` tells two in a row apart. */
export type CopyOutcome = { state: 'copied' | 'refused'; of: number } | null;

/** What keys do with a row: open the entry at its meeting, or copy its citation. */
export function useEntryActions(entryAt: (row: number) => Entry | undefined) {
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const cite = useCite();
  const [outcome, setOutcome] = useState<CopyOutcome>(null);
  const onOpen = (row: number) => {
    const entry = entryAt(row);
    if (entry === undefined) return;
    void navigate(linkTo(paths.meeting(entry.meeting.ordinal), {}, `#entry-${entry.id}`));
  };
  const copy = async (row: number) => {
    const entry = entryAt(row);
    if (entry === undefined) return;
    try {
      await navigator.clipboard.writeText(toApa(cite({ kind: 'entry', entry })));
      setOutcome({ state: 'copied', of: row });
    } catch {
      setOutcome({ state: 'refused', of: row });
    }
  };
  return { outcome, onOpen, onCopy: (row: number) => void copy(row) };
}
