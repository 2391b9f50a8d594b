import { groupText, type Group } from './groups.ts';
import { useLinkTo } from './links.ts';
import { paths } from './paths.ts';

/** Builds links to the comparison of two groups, or of two meetings by their ordinals, from the first to the second. */
export function useCompareLink() {
  const linkTo = useLinkTo();
  const textOf = (side: number | Group) =>
    typeof side === 'number' ? String(side) : groupText(side);
  return (a: number | Group, b: number | Group) =>
    linkTo(paths.compare(), { a: textOf(a), b: textOf(b) });
}
