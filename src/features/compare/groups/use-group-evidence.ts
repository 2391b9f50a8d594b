import type { Filters } from '#src/address/filters.ts';
import { type Group, groupFilters } from '#src/address/groups.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useRecord } from '#src/api/RecordContext.ts';

/** Builds links to the entries of a group that make up a number. */
export function useGroupEvidence() {
  const linkTo = useLinkTo();
  const record = useRecord();
  return (group: Group, more: Partial<Filters> = {}) =>
    linkTo(paths.fields(), { ...groupFilters(group, record), ...more }, '#entries');
}
