/** What every style and format is written from: a page of the web with what is known of it, and nothing made up. */
export interface Citation {
  /** Stands for the thing in a reference manager; letters, digits and hyphens. */
  id: string;
  /** An organisation, as it names itself. */
  author: string;
  title: string;
  /** BCP 47. */
  language: string;
  /** The larger work that the page is a part of. */
  container: string | null;
  /** An EDTF date; null where none is on record. */
  published: string | null;
  /** The place within the document, such as "paragraph 4". */
  locator: string | null;
  /** What of the document is used, or which state of the data it is. */
  note: string | null;
  url: string;
  /** The day of reading, `YYYY-MM-DD`. */
  accessed: string;
}

/** One line, whatever the record holds: no format survives a line break inside a value. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
