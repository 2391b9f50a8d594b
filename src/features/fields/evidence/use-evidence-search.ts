import { useLocation } from 'react-router';

import { evidenceWriter, type EvidenceCell } from '#src/address/evidence-cell.ts';

/** The last address written into: a hundred numbers of a page write into the same. */
let last = { search: '', write: evidenceWriter(new URLSearchParams()) };

function writerFor(search: string) {
  if (last.search !== search) last = { search, write: evidenceWriter(new URLSearchParams(search)) };
  return last.write;
}

/** Writes the search of links that open the entries behind a number beside the view; the same until the address is another. */
export function useEvidenceSearch(): (cell: EvidenceCell) => string {
  return writerFor(useLocation().search);
}
