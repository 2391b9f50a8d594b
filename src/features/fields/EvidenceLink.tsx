import type { ReactNode } from 'react';
import { Link } from 'react-router';

import type { EvidenceCell } from '#src/filters/evidence-cell.ts';
import { useEvidenceLink } from './use-evidence-link.ts';

interface Props {
  cell: EvidenceCell;
  className?: string | undefined;
  label?: string;
  children: ReactNode;
}

/** A number that opens the entries behind it, and leaves the page where it is scrolled to. */
export function EvidenceLink({ cell, className, label, children }: Props) {
  const evidence = useEvidenceLink();
  return (
    <Link preventScrollReset className={className} to={evidence(cell)} aria-label={label}>
      {children}
    </Link>
  );
}
