import { type Citation, oneLine } from './citation.ts';
import { englishDate } from './english-date.ts';

const ended = (text: string) => (/[.?!…。？！]$/.test(text) ? text : `${text}.`);

/** An entry of a bibliography in the style of Chicago (notes and bibliography) for a page of the web, as plain text. */
export function toChicago({
  author,
  title,
  container,
  published,
  locator,
  url,
  accessed,
}: Citation): string {
  const date =
    published === null
      ? `Accessed ${englishDate(accessed, 'month-first').join(', ')}`
      : englishDate(published, 'month-first').join(', ');
  return [
    ended(oneLine(author)),
    // Quotation marks of a title inside the style's own become single.
    `“${ended(oneLine(title).replaceAll('“', '‘').replaceAll('”', '’'))}”`,
    ...(container === null || container === author ? [] : [ended(oneLine(container))]),
    ended(date),
    ...(locator === null
      ? []
      : [ended(oneLine(locator).replace(/^./u, (letter) => letter.toUpperCase()))]),
    `${url}.`,
  ].join(' ');
}
