import { useSearchWith } from '#src/address/use-address.ts';
import type { ComponentProps } from 'react';

import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import { Link } from '#src/ui/Link.tsx';

interface Props extends Omit<ComponentProps<typeof Link>, 'to' | 'keepsPlace' | 'aria-label'> {
  cell: EvidenceCell;
  label?: string;
}

/** A number that opens the entries behind it, and leaves the page where it is scrolled to. */
export function EvidenceLink({ cell, label, ...own }: Props) {
  const search = useSearchWith('open');
  return <Link keepsPlace {...own} to={{ search: search(cell) }} aria-label={label} />;
}
