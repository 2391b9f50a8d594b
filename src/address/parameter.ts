export type RefusalReason =
  | 'unknown'
  | 'not-a-date'
  | 'not-a-number'
  | 'order'
  | 'after-as-of'
  | 'too-long'
  | 'repeated';
export interface Refused {
  parameter: string;
  value: string;
  reason: RefusalReason;
}

/** The ids that exist in this mechanism; null where a list is not (wholly) known, so nothing of it is refused. */
export interface Vocabulary {
  field: ReadonlySet<string> | null;
  group: ReadonlySet<string> | null;
  party: ReadonlySet<string> | null;
  meeting: ReadonlySet<string> | null;
  exchangeYear: ReadonlySet<string> | null;
  reportedBy: ReadonlySet<string> | null;
  /** Documents that the record has not; there are too many for a list of those that it has. */
  lostSource: ReadonlySet<string>;
  /** People who have chaired a meeting. */
  coChair: ReadonlySet<string> | null;
  /** The contract's, and those that the backend names beyond it. */
  kind: ReadonlySet<string>;
  status: ReadonlySet<string>;
  format: ReadonlySet<string>;
}

/** What it takes to tell a usable value from another: the record's ids, and the day that the view is of. */
export interface Reading {
  vocabulary: Vocabulary;
  /** A day, `YYYY-MM-DD`. */
  asOf: string;
}

type Refuse = (value: string, reason: RefusalReason) => void;

/** One parameter of the address: what its texts mean, and which texts say what is meant. */
export interface Parameter<T, R = Reading> {
  /** What holds where the address says nothing; never written. */
  default: T;
  /** Reads one or more texts; an empty one says nothing. Never throws: what cannot be used is refused. */
  parse(texts: readonly string[], refuse: Refuse, reading: R): T;
  /** The texts that are read as this value; none for the default. */
  write(value: T): readonly string[];
  /** Which changes are a step that Back undoes: each, none, or the first and the last letter of what is typed. */
  step: 'each' | 'none' | 'ends';
  /** True where a choice shows at once, ahead of the address that the rest of the view waits for. */
  isAhead: boolean;
}

/** What an id of the contract looks like. */
export const IDENTIFIER = /^[a-z0-9][a-z0-9-]{0,99}$/;
const VALUES_AT_MOST = 200;

type Accepts<R> = (text: string, reading: R) => RefusalReason | null;

/** The first of the texts of a parameter that takes only one; others that say something else are refused. */
export function firstOf(texts: readonly string[], refuse: Refuse): string {
  const [first = '', ...others] = texts.filter((one) => one !== '');
  for (const other of new Set(others)) if (other !== first) refuse(other, 'repeated');
  return first;
}

/** The first text, where it is accepted. */
export function text<T extends string = string, R = unknown>(
  accepts: Accepts<R>,
): Parameter<T | null, R> {
  return {
    default: null,
    parse: (texts, refuse, reading) => {
      const first = firstOf(texts, refuse);
      if (first === '') return null;
      const reason = accepts(first, reading);
      if (reason === null) return first as T;
      refuse(first, reason);
      return null;
    },
    write: (value) => (value === null ? [] : [value]),
    step: 'each',
    isAhead: false,
  };
}

/** Texts that are accepted, sorted and each once. */
export function list<T extends string = string, R = Reading>(
  accepts: Accepts<R>,
): Parameter<T[], R> {
  return {
    default: [],
    parse: (texts, refuse, reading) => {
      const kept = new Set<T>();
      for (const one of texts) {
        if (one === '') continue;
        const reason = kept.size >= VALUES_AT_MOST ? 'too-long' : accepts(one, reading);
        if (reason === null) kept.add(one as T);
        else refuse(one, reason);
      }
      return [...kept].toSorted();
    },
    write: (values) => values,
    step: 'each',
    isAhead: true,
  };
}

/** One of a closed list, of which the first is the default. */
export function choice<const T extends string>(
  options: readonly [T, ...T[]],
): Parameter<T, unknown> {
  const [usual] = options;
  return {
    default: usual,
    parse: (texts, refuse) => {
      const first = firstOf(texts, refuse);
      const chosen = options.find((option) => option === first);
      if (chosen === undefined && first !== '') refuse(first, 'unknown');
      return chosen ?? usual;
    },
    write: (value) => (value === usual ? [] : [value]),
    step: 'each',
    isAhead: true,
  };
}

/** Some of a closed list, in the list's own order. */
export function some<const T extends string>(
  options: readonly T[],
  { usual, separator }: { usual: readonly T[]; separator: string | null },
): Parameter<readonly T[], unknown> {
  return {
    default: usual,
    parse: (texts, refuse) => {
      const asked = new Set(separator === null ? texts : firstOf(texts, refuse).split(separator));
      asked.delete('');
      const known = options.filter((option) => asked.delete(option));
      for (const value of asked) refuse(value, 'unknown');
      return known.length === 0 ? usual : known;
    },
    write: (values) => {
      const kept = options.filter((option) => values.includes(option));
      if (kept.length === 0 || kept.length === usual.length) return [];
      return separator === null ? kept : [kept.join(separator)];
    },
    step: 'each',
    isAhead: false,
  };
}

/** Reads one parameter off an address; what is refused is added to the list. */
export function readParameter<T, R>(
  name: string,
  parameter: Parameter<T, R>,
  search: URLSearchParams,
  reading: R,
  refused: Refused[] = [],
): T {
  const texts = search.getAll(name);
  if (texts.length === 0) return parameter.default;
  return parameter.parse(
    texts,
    (value, reason) => refused.push({ parameter: name, value, reason }),
    reading,
  );
}

/** Writes one parameter into an address, in its place where it has one; without texts it is taken out. */
export function writeTexts(
  search: URLSearchParams,
  name: string,
  [first, ...more]: readonly string[],
): void {
  if (first === undefined) search.delete(name);
  else search.set(name, first);
  for (const one of more) search.append(name, one);
}
