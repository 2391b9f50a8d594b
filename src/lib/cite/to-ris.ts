import { type Citation, oneLine } from './citation.ts';

/** RIS writes dates as `year/month/day/`, with what is not known left empty. */
function risDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
}

/** A record in RIS, for reference managers. */
export function toRis(citation: Citation): string {
  const { id, author, title, container, published, locator, note, url, accessed, language } =
    citation;
  const tags: [string, string | null][] = [
    ['TY', 'ELEC'],
    ['ID', id],
    ['AU', author],
    ['TI', title],
    ['T2', container],
    ['PY', published?.slice(0, 4) ?? null],
    ['DA', published === null ? null : risDate(published)],
    ['Y2', risDate(accessed)],
    ['LA', language],
    ['N1', [locator, note].filter((part) => part !== null).join('; ') || null],
    ['UR', url],
    ['ER', ''],
  ];
  return tags
    .filter(([, value]) => value !== null)
    .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}\r\n`)
    .join('');
}
