import type { Entry } from '#src/api/schemas/entries.ts';
import type { Source } from '#src/api/schemas/sources.ts';

/** What can be cited: a document, an entry (by its document and the place in it, or as it stands here), or the page that is on screen. */
export type Cited =
  | { kind: 'source'; source: Source }
  | { kind: 'entry'; entry: Entry }
  | { kind: 'compiled'; entry: Entry }
  | { kind: 'page'; id: string; title: string };
