import { paths } from '#src/address/paths.ts';
import { useLinkTo, type LinkTo } from '#src/address/links.ts';
import type { Entry } from '#src/api/schemas/entries.ts';

/** The whole address of an entry at its place on its meeting's page, with the language and the as-of date in it. */
export function entryAddress(entry: Pick<Entry, 'id' | 'meeting'>, linkTo: LinkTo): string {
  const { pathname, search, hash } = linkTo(
    paths.meeting(entry.meeting.ordinal),
    {},
    `#entry-${entry.id}`,
  );
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return `${window.location.origin}${base}${pathname}${search}${hash}`;
}

export function useEntryAddress(): (entry: Pick<Entry, 'id' | 'meeting'>) => string {
  const linkTo = useLinkTo();
  return (entry) => entryAddress(entry, linkTo);
}
