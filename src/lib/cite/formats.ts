import { type Citation, oneLine } from './citation.ts';
import { toApa } from './to-apa.ts';
import { englishDate } from './english-date.ts';

/** Every form that a citation can be taken away in; `file` is its extension and media type where a file makes sense. */
export const CITATION_FORMATS = [
  { id: 'apa', label: 'APA', write: toApa, file: null },
  { id: 'chicago', label: 'Chicago', write: toChicago, file: null },
  {
    id: 'bibtex',
    label: 'BibTeX',
    write: toBibtex,
    file: { extension: 'bib', type: 'application/x-bibtex' },
  },
  {
    id: 'ris',
    label: 'RIS',
    write: toRis,
    file: { extension: 'ris', type: 'application/x-research-info-systems' },
  },
  {
    id: 'csl',
    label: 'CSL-JSON',
    write: toCslJson,
    file: { extension: 'json', type: 'application/vnd.citationstyles.csl+json' },
  },
] as const satisfies readonly {
  id: string;
  label: string;
  write: (citation: Citation) => string;
  file: { extension: string; type: string } | null;
}[];
export type CitationFormat = (typeof CITATION_FORMATS)[number]['id'];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const COMMANDS: Record<string, string> = {
  '\\': String.raw`\textbackslash{}`,
  // BibTeX counts a brace behind a backslash too: one alone would never be closed.
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

/** UTF-8 stays as it is, since every TeX of today reads it; only what TeX itself would act on is escaped. */
function escapeTex(text: string): string {
  return oneLine(text).replaceAll(/[\\{}$&#%_~^]/g, (sign) => COMMANDS[sign] ?? `\\${sign}`);
}

/** Braces would end the value; in an address they may as well be written as their codes. */
function escapeAddress(url: string): string {
  return url.replaceAll(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}

/** An entry for BibTeX and biblatex alike, in UTF-8. */
export function toBibtex(citation: Citation): string {
  const { author, title, container, published, locator, note, url, accessed, language } = citation;
  const [year, month, day] = published?.split('-') ?? [];
  const remarks = [locator, note].filter((part) => part !== null).map(escapeTex);
  // Double braces keep an organisation's name and a title's capitals as they are.
  const fields: [string, string | undefined][] = [
    ['author', `{{${escapeTex(author)}}}`],
    ['title', `{{${escapeTex(title)}}}`],
    ['year', year && `{${year}}`],
    ['month', month && MONTHS[Number(month) - 1]],
    ['day', day && `{${Number(day)}}`],
    ['howpublished', container === null ? undefined : `{${escapeTex(container)}}`],
    ['note', remarks.length === 0 ? undefined : `{${remarks.join('; ')}}`],
    ['url', `{${escapeAddress(url)}}`],
    ['urldate', `{${accessed}}`],
    ['language', `{${language}}`],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${value},`],
  );
  return `@misc{${citation.id},\n${lines.join('\n')}\n}\n`;
}

/** RIS writes dates as `year/month/day/`, with what is not known left empty. */
function risDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
}

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

const toParts = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] });

/** One item of CSL-JSON, version 1.0.2. */
function toCslItem(citation: Citation) {
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

export function toCslJson(citation: Citation): string {
  return `${JSON.stringify([toCslItem(citation)], null, 2)}\n`;
}

const ended = (text: string) => (/[.?!…。？！]$/.test(text) ? text : `${text}.`);

/** An entry of a bibliography in the style of Chicago (notes and bibliography) for a page of the web, as plain text. */
export function toChicago(props: Citation): string {
  const { author, title, container, published, locator, url, accessed } = props;
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
