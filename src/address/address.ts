import { FILTER_PARAMETERS, parseFilters, type FilterName } from './filters.ts';
import {
  readParameter,
  writeTexts,
  IDENTIFIER,
  type Parameter,
  type Reading,
  type Refused,
} from './parameter.ts';
import { PARAMETERS, type ParameterName, type Values } from './parameters.ts';

export const isOfFilters = (name: ParameterName): name is FilterName => name in FILTER_PARAMETERS;
/** All that can be read by itself; an end of the range is held against the other. */
export type SingleName = Exclude<ParameterName, 'from' | 'to'>;
const NAMES = Object.keys(PARAMETERS) as ParameterName[];
export const SINGLE_NAMES = NAMES.filter(
  (name): name is SingleName => name !== 'from' && name !== 'to',
);
const TABLE: Record<ParameterName, Parameter<unknown>> = PARAMETERS;

/** How the page of a meeting names an entry's place. */
const PART = '#entry-';

/** The parameters of an address; a hash that names an entry, as on the page of a meeting, selects it as a parameter would. */
export function toParameters({ search, hash }: { search: string; hash: string }): URLSearchParams {
  const parameters = new URLSearchParams(search);
  const named = hash.startsWith(PART) ? hash.slice(PART.length) : '';
  if (IDENTIFIER.test(named) && (parameters.get('entry') ?? '') === '')
    parameters.set('entry', named);
  return parameters;
}

/**
 * Reads a whole address. Total: whatever cannot be used is left out and told in `refused`, so that every address gives
 * the nearest valid view.
 */
export function parseAddress(
  search: URLSearchParams,
  reading: Reading,
): { values: Values; refused: Refused[] } {
  const refused: Refused[] = [];
  const read = NAMES.filter((name) => !isOfFilters(name)).map((name) => [
    name,
    readParameter(name, TABLE[name], search, reading, refused),
  ]);
  const parsed = parseFilters(search, reading);
  return {
    values: { ...Object.fromEntries(read), ...parsed.filters } as Values,
    refused: [...parsed.refused, ...refused],
  };
}

/** Writes a change into an address: what equals the default is absent, unknown parameters survive. */
export function withChange(current: URLSearchParams, change: Partial<Values>): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const name of namesIn(change)) writeTexts(next, name, TABLE[name].write(change[name]));
  return next;
}

export const namesIn = (change: Partial<Values>) => Object.keys(change) as ParameterName[];

/** The search of an address, from its question mark on; nothing where it has no parameter. */
export const searchOf = (parameters: URLSearchParams) =>
  parameters.size === 0 ? '' : `?${parameters.toString()}`;

/** Whether a change is a step that Back undoes, or replaces the one before. */
export function isStep(current: URLSearchParams, next: URLSearchParams, change: Partial<Values>) {
  return namesIn(change).some((name) => {
    const { step } = PARAMETERS[name];
    return step === 'ends' ? !(current.has(name) && next.has(name)) : step === 'each';
  });
}

/** Writes one value after another of a parameter into the same address, for a view with a thousand links: what stays is written once. */
export function searchWriter<N extends ParameterName>(
  name: N,
  search: string,
): (value: Values[N]) => string {
  const rest = new URLSearchParams(search);
  rest.delete(name);
  const closed = searchOf(rest);
  const start = closed === '' ? '?' : `${closed}&`;
  return (value) => {
    const texts = TABLE[name].write(value).map((text) => `${name}=${encodeURIComponent(text)}`);
    return texts.length === 0 ? closed : start + texts.join('&');
  };
}

/** What some parameters say in an address, as one text. */
export function partOf(parameters: URLSearchParams, names: readonly ParameterName[]): string {
  const part = new URLSearchParams();
  for (const name of names) for (const text of parameters.getAll(name)) part.append(name, text);
  return part.toString();
}
