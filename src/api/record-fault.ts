/** Every kind of fault and of warning that checking a record can end in; how each is worded is in the messages of `faults`. */
export type FaultCode =
  | 'encoding-utf16'
  | 'encoding'
  | 'no-file'
  | 'no-permission'
  | 'is-folder'
  | 'no-plain-file'
  | 'link-loop'
  | 'link-out'
  | 'name-too-long'
  | 'unreadable'
  | 'file-too-large'
  | 'file-empty'
  | 'changed'
  | 'host-status'
  | 'host-late'
  | 'file-list'
  | 'unknown-file'
  | 'json-found'
  | 'json-ends'
  | 'json-depth'
  | 'property-twice'
  | 'property-name'
  | 'text-long'
  | 'text-sign'
  | 'text-half'
  | 'number-wrong'
  | 'number-large'
  | 'number-minus-zero'
  | 'number-inexact'
  | 'number-thousands'
  | 'missing'
  | 'property-unknown'
  | 'type'
  | 'too-few'
  | 'too-many'
  | 'too-small'
  | 'too-large'
  | 'not-whole'
  | 'not-listed'
  | 'identifier'
  | 'identifier-sign'
  | 'web-address'
  | 'language-tag'
  | 'name-tag'
  | 'country-code'
  | 'date'
  | 'no-such-day'
  | 'interval'
  | 'interval-order'
  | 'pattern'
  | 'path-out'
  | 'rule'
  | 'no-such'
  | 'no-such-but'
  | 'none-there'
  | 'used-twice'
  | 'copy-circle'
  | 'meeting-order'
  | 'host-year'
  | 'until'
  | 'further-without-source'
  | 'translation-of-nothing'
  | 'csv-stray-quote'
  | 'csv-open-quote'
  | 'csv-after-quote'
  | 'csv-separator'
  | 'csv-unnamed-column'
  | 'csv-column-twice'
  | 'csv-nothing'
  | 'csv-cells'
  | 'column-missing'
  | 'column-twice-for'
  | 'column-unknown'
  | 'columns-moved'
  | 'columns-swapped'
  | 'column-tag'
  | 'renamed'
  | 'heading-missing'
  | 'row-heading'
  | 'no-rows'
  | 'row-scant'
  | 'row-shifted'
  | 'row-surplus'
  | 'cell-alone'
  | 'cell-broken'
  | 'cell-date'
  | 'cell-merged'
  | 'cell-shown'
  | 'cell-unheaded'
  | 'cell-repeats'
  | 'empty-cell'
  | 'office-unlike'
  | 'evidence-of-nothing'
  | 'zip-unreadable'
  | 'zip-encrypted'
  | 'zip-name'
  | 'zip-link'
  | 'zip-file-large'
  | 'zip-packed'
  | 'zip-files'
  | 'zip-twice'
  | 'zip-total'
  | 'zip-unpack'
  | 'zip-larger'
  | 'package-in-folder'
  | 'no-package'
  | 'no-such-table'
  | 'table-missing'
  | 'table-twice'
  | 'no-workbook'
  | 'workbook-other'
  | 'workbook-part'
  | 'workbook-unreadable'
  | 'sheet-unknown'
  | 'sheet-damaged'
  | 'sheet-missing'
  | 'sheets-swapped'
  | 'file-unnamed'
  | 'file-gone'
  | 'no-parts'
  | 'part-unknown'
  | 'no-record'
  | 'folder-files'
  | 'page-bytes'
  | 'page-entries'
  | 'meeting-unsourced'
  | 'field-unused'
  | 'ordinals-missing'
  | 'repeated'
  | 'source-unnamed'
  | 'title-is-publisher'
  | 'columns-exchanged'
  | 'unit-is-label'
  | 'address-of-copy'
  | 'captured-early'
  | 'captured-nowhere'
  | 'parties-exchanged'
  | 'chair-of-other'
  | 'name-of-other'
  | 'country-of-other'
  | 'names-exchanged'
  | 'date-far'
  | 'before-since'
  | 'published-later'
  | 'no-words'
  | 'text-unseen'
  | 'text-left-over'
  | 'other-script'
  | 'garbled';

/**
 * One thing that is wrong with a record, or, as a warning, looks wrong: where it is, of which kind, and the values that its
 * words need. Words are for whoever shows it.
 */
export type RecordFault = {
  file: string;
  /** A JSON path such as `$[3].kind`; items count from 0. */
  path: string;
  code: FaultCode;
  values?: Readonly<Record<string, string | number>>;
  /** Where it is in the file's text, from 1; of a table the line that its row begins in. */
  line?: number;
  character?: number;
  /** At how many more places it is, and the first of them. */
  also?: { count: number; places: readonly FaultPlace[] };
};
export type FaultPlace = Pick<RecordFault, 'file' | 'path' | 'line' | 'character'>;

const CELL = /^\$\[\d+\]\.(.+)$/s;

/** The column of a fault in a table; null for a row or a file as such, and for what is no table. */
export const columnIn = ({ path, line, character }: Omit<FaultPlace, 'file'>): string | null =>
  line === undefined || character !== undefined ? null : (CELL.exec(path)?.[1] ?? null);

/** A workbook's sheets have no ending in their names, and rows instead of lines. */
export const isSheet = ({ file }: Pick<RecordFault, 'file'>): boolean => !file.includes('.');

/** The places that a fault is at besides its own, each in words, and that there are more where that is so. */
export const otherPlaces = (
  { count, places }: NonNullable<RecordFault['also']>,
  inWords: (place: FaultPlace) => string,
): string => [...places.map(inWords), ...(count > places.length ? ['…'] : [])].join(', ');
