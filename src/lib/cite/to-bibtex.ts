import { type Citation, oneLine } from './citation.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const COMMANDS: Record<string, string> = {
  '\\': String.raw`\textbackslash{}`,
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
