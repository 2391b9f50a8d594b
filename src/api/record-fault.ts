/** Every kind of fault and of warning that checking a record can end in, by the words that the catalogue has for each. */
export type FaultCode = Exclude<
  keyof typeof import('../i18n/messages/en/files/faults.json'),
  'also' | 'more' | `place-${string}`
>;

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
