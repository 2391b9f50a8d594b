/** Faults in words, for the command line: the English ones of the page's catalogue. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { IntlMessageFormat } from 'intl-messageformat';

import {
  columnIn,
  type FaultPlace,
  isSheet,
  otherPlaces,
  type RecordFault,
} from '#src/api/record-fault.ts';

const CATALOGUE = join(import.meta.dirname, '../../src/i18n/messages/en/files/faults.json');
const messages = JSON.parse(readFileSync(CATALOGUE, 'utf8')) as Record<string, string>;

const say = (key: string, values: RecordFault['values'] = {}): string =>
  String(new IntlMessageFormat(messages[key] ?? key, 'en').format(values));

const CONTROLS = /[\p{Cc}\p{Surrogate}]/gu;

/** The file and the place in it, and where in the file's text that is. */
function placeWords(fault: FaultPlace): [where: string, inText: string] {
  const { file, path, line, character } = fault;
  const where = isSheet(fault) ? (columnIn(fault) ?? '') : path;
  const inText =
    line === undefined
      ? ''
      : character === undefined
        ? ` (${say(isSheet(fault) ? 'place-row' : 'place-line', { line })})`
        : ` (${say('place-line-character', { line, character })})`;
  return [`${file} ${where}`.trim(), inText];
}

/** A line for a fault: file, place, reason, and where in the file's text that is. */
export function formatFault(fault: RecordFault): string {
  const { code, values, also } = fault;
  const [where, inText] = placeWords(fault);
  const others =
    also &&
    say('also', {
      count: also.count,
      places: otherPlaces(also, (place) => placeWords(place).join('')),
    });
  // What a file holds must not draw over the terminal that it is shown on.
  return `${where}: ${say(code, values)}${inText}${others ?? ''}`.replaceAll(CONTROLS, (sign) =>
    JSON.stringify(sign).slice(1, -1),
  );
}

const MOST_SHOWN = 1000;

/** A line for each fault, up to as many as anyone reads, and one for the rest. */
export function formatFaults(faults: readonly RecordFault[]): string[] {
  const more = faults.length - MOST_SHOWN;
  const lines = faults.slice(0, MOST_SHOWN).map(formatFault);
  return more > 0 ? [...lines, say('more', { count: more })] : lines;
}

/** The same for what is refused whole, and how many faults there are; `nothing` says what was not done with it. */
export const formatRefusal = (errors: readonly RecordFault[], nothing: string): string[] => [
  ...formatFaults(errors),
  `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}; ${nothing}.`,
];

/** The warnings, each named as one. */
export const formatWarnings = (warnings: readonly RecordFault[]): string[] =>
  formatFaults(warnings).map((line) => `warning: ${line}`);
