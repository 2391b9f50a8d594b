import { memo, useRef, useState } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import { ENTRY_COLUMN_NAMES } from './entry-columns.ts';
import { EntryRow } from './EntryRow.tsx';
import { useNearView } from './use-near-view.ts';

const NOTHING = '\u00A0';

interface Props {
  entries: readonly Entry[];
  query: string;
  /** The place of the first of them in the whole list, from 0. */
  start: number;
  /** In a long list, rows far out of sight are folded into one empty row of their height. */
  isFolding: boolean;
}

/** One page of entries as rows. However long the list grows, only the pages near the window have any. */
export const EntryRows = memo(function EntryRows({ entries, query, start, isFolding }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [folded, setFolded] = useState<number | null>(null);
  useNearView(body, isFolding, (isNear, height) => setFolded(isNear ? null : height));
  return (
    <tbody ref={body}>
      {isFolding && folded !== null ? (
        <tr aria-hidden="true" style={{ height: folded }}>
          <td colSpan={ENTRY_COLUMN_NAMES.length}>{NOTHING}</td>
        </tr>
      ) : (
        entries.map((entry, index) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            query={query}
            // Counts the heading, as the ARIA table pattern does.
            rowIndex={isFolding ? start + index + 2 : undefined}
          />
        ))
      )}
    </tbody>
  );
});
