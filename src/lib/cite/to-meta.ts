import { type Citation, oneLine } from './citation.ts';

/**
 * A citation as the tags in a page's head that reference managers read: Highwire's, which Zotero and Google Scholar ask
 * for first, and Dublin Core's for all others. Nothing is said that is not on record.
 */
export function toMeta(citation: Citation): [name: string, content: string][] {
  const { author, title, container, published, locator, note, url, language } = citation;
  const remarks = [locator, note].filter((part) => part !== null).join('; ');
  const tags: [string, string | null][] = [
    ['citation_title', title],
    ['citation_author', author],
    ['citation_publisher', author],
    // Highwire writes dates with slashes, and like EDTF leaves out what is not known.
    ['citation_publication_date', published?.replaceAll('-', '/') ?? null],
    ['citation_language', language],
    ['citation_public_url', url],
    ['DC.title', title],
    ['DC.creator', author],
    ['DC.publisher', author],
    ['DC.date', published],
    ['DC.language', language],
    ['DC.identifier', url],
    ['DC.type', 'Text'],
    ['DC.description', remarks === '' ? null : remarks],
    ['DCTERMS.isPartOf', container],
  ];
  return tags.flatMap(([name, content]) =>
    content === null ? [] : [[name, oneLine(content)] satisfies [string, string]],
  );
}
