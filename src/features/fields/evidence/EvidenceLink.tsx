import type { ReactNode } from 'react';

import type { EvidenceCell } from '#src/filters/evidence-cell.ts';
import { Link } from '#src/ui/Link.tsx';
import { useEvidenceSearch } from './use-evidence-search.ts';

interface Props {
  cell: EvidenceCell;
  className?: string | undefined;
  label?: string;
  children: ReactNode;
}

/** A number that opens the entries behind it, and leaves the page where it is scrolled to. */
export function EvidenceLink({ cell, className, label, children }: Props) {
  const search = useEvidenceSearch();
  return (
    <Link keepsPlace className={className} to={{ search: search(cell) }} aria-label={label}>
      {children}
    </Link>
  );
}
