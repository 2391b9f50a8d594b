import { useState } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import { paths } from '#src/address/paths.ts';
import { useGo } from '#src/address/use-address.ts';
import { useLinkTo } from '#src/address/links.ts';
import { toApa } from '#src/lib/cite/to-apa.ts';
import { useCite } from '#src/record/cite/use-citation.ts';
import { useCopy } from '#src/ui/controls/use-copy.tsx';

/** What keys do with a row: open the entry at its meeting, or copy its citation. */
export function useEntryActions(entryAt: (row: number) => Entry | undefined) {
  const go = useGo();
  const linkTo = useLinkTo();
  const cite = useCite();
  const { copy, offer } = useCopy();
  /** The row whose citation was copied last; null where that did not come about. */
  const [copied, setCopied] = useState<number | null>(null);
  const onOpen = (row: number) => {
    const entry = entryAt(row);
    if (entry === undefined) return;
    go(linkTo(paths.meeting(entry.meeting.ordinal), {}, `#entry-${entry.id}`));
  };
  const onCopy = (row: number) => {
    const entry = entryAt(row);
    if (entry === undefined) return;
    void copy(toApa(cite({ kind: 'entry', entry }))).then((isDone) =>
      setCopied(isDone ? row : null),
    );
  };
  return { copied, offer, onOpen, onCopy };
}
