import type { Mechanism } from '#src/api/schemas/common.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Source } from '#src/api/schemas/sources.ts';
import { shownText } from '../shown-text.ts';
import type { Citation } from './citation.ts';

/** A page of this app that is cited itself: a meeting, or a view with its filters. */
export interface CitedPage {
  id: string;
  /** In the interface's language. */
  title: string;
  language: string;
  /** The name of the mechanism in the same language. */
  work: string;
  /** Absolute, with the language and the as-of date in it. */
  url: string;
}

/** The name of the app, which publishes the pages. */
const PUBLISHER = 'Communiqué';

/** A document of the record. Where a copy was kept, that is what a reader will still find. */
export function citeSource(source: Source, accessed: string): Citation {
  return {
    id: source.id,
    author: source.publisher,
    // A description stands in square brackets, as styles of citation have it; what the address says of a title does not.
    title: source.standIn?.isFromAddress === true ? source.standIn.text : source.title,
    language: source.language,
    container: null,
    published: source.publishedOn,
    locator: null,
    note: source.archivedUrl === undefined ? null : `Archived copy: ${source.archivedUrl}`,
    url: source.url,
    accessed,
  };
}

/** A page of the app, dated by the edition of the data that it shows. */
export function citePage(
  page: CitedPage,
  mechanism: Pick<Mechanism, 'dataVersion' | 'dataDate'>,
  accessed: string,
): Citation {
  return {
    id: page.id,
    author: PUBLISHER,
    title: page.title,
    language: page.language,
    container: page.work,
    published: mechanism.dataDate,
    locator: null,
    note: `Data version ${mechanism.dataVersion}`,
    url: page.url,
    accessed,
  };
}

/**
 * An entry is cited by its document and the place in it, its sentence in the language of `page`, which stands in where no
 * document is on record.
 */
export function citeEntry(entry: Entry, page: Citation, accessed: string): Citation {
  if (entry.source === null) return { ...page, note: `${page.note}; no source on record` };
  return {
    ...citeSource(entry.source, accessed),
    id: `${entry.source.id}-${entry.id}`,
    locator: entry.locator,
    note: shownText(entry, page.language).text,
  };
}
