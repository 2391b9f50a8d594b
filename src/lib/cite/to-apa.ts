import { type Citation, oneLine } from './citation.ts';
import { englishDate } from './english-date.ts';

const ended = (text: string) => (/[.?!…。？！]$/.test(text) ? text : `${text}.`);

/** A reference in the style of APA, seventh edition, for a page of the web; without its italics, being plain text. */
export function toApa({ author, title, container, published, locator, url, accessed }: Citation) {
  const [year = '', ...rest] = published === null ? [] : englishDate(published, 'year-first');
  const date = published === null ? 'n.d.' : [year, ...rest].join(', ');
  const place = locator === null ? '' : ` (${oneLine(locator)})`;
  const work = container === null || container === author ? '' : ` ${ended(oneLine(container))}`;
  // Undated pages may change, so the style asks for the day of reading.
  const found =
    published === null ? `Retrieved ${englishDate(accessed, 'month-first').join(', ')}, from ` : '';
  return `${ended(oneLine(author))} (${date}). ${ended(`${oneLine(title)}${place}`)}${work} ${found}${url}`;
}
