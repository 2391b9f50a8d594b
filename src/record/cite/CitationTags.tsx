import { toMeta } from '#src/lib/cite/to-meta.ts';
import type { Cited } from './cited.ts';
import { useCite } from './use-citation.ts';

/**
 * What the address stands for, in the page's head for reference managers: React moves the tags there, and takes them
 * away with the page. They say the same as the page's own citation.
 */
export function CitationTags({ what }: { what: Cited }) {
  const cite = useCite();
  return toMeta(cite(what)).map(([name, content]) => (
    <meta key={name} name={name} content={content} />
  ));
}
