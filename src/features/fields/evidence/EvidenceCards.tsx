import { memo } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import { useView } from '#src/filters/use-view.ts';
import { EntryCard } from '#src/record/EntryCard.tsx';

/** One page of opened entries; drawn once, however many pages follow it. */
export const EvidenceCards = memo(function EvidenceCards({
  entries,
}: {
  entries: readonly Entry[];
}) {
  const { mechanism, taxonomy } = useView();
  return entries.map((entry) => (
    <EntryCard key={entry.id} entry={entry} mechanism={mechanism} taxonomy={taxonomy} />
  ));
});
