import { type Citation, oneLine } from './citation.ts';

const toParts = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] });

/** One item of CSL-JSON, version 1.0.2. */
export function toCslItem(citation: Citation) {
  const { id, author, title, container, published, locator, note, url, accessed, language } =
    citation;
  const remarks = [locator, note].filter((part) => part !== null).map(oneLine);
  return {
    id,
    type: 'webpage' as const,
    title: oneLine(title),
    author: [{ literal: oneLine(author) }],
    ...(container !== null && { 'container-title': oneLine(container) }),
    ...(published !== null && { issued: toParts(published) }),
    accessed: toParts(accessed),
    URL: url,
    language,
    ...(remarks.length > 0 && { note: remarks.join('; ') }),
  };
}

/** A list with the one item, as reference managers import it. */
export function toCslJson(citation: Citation): string {
  return `${JSON.stringify([toCslItem(citation)], null, 2)}\n`;
}
