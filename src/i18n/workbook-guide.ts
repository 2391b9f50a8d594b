import type { Translator } from './translator.ts';

const LINES = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** What the first sheet of a workbook says of the others, a line each; needs the words for files. */
export const workbookGuide = ({ t }: Pick<Translator, 't'>): string[] =>
  LINES.map((line) => t(`opening.guide${line}`));
