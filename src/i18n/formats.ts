import { precisionOf } from '#src/api/edtf.ts';

// Making one takes far longer than using it, and drawings format hundreds of values in a frame.
const formatters = new Map<string, Intl.DateTimeFormat>();
const numberFormatters = new Map<string, Intl.NumberFormat>();

const PARTS: Record<string, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  'month-short': { year: 'numeric', month: 'short' },
  'day-short': { year: 'numeric', month: 'short', day: 'numeric' },
};

function formatter(locale: string, parts: string): Intl.DateTimeFormat {
  const key = `${locale} ${parts}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...PARTS[parts], timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}

/** One EDTF date in words; a year stays a bare number in every language, as it stands in tables and on axes. */
function formatOne(date: string, locale: string, style: 'long' | 'short'): string {
  const precision = precisionOf(date);
  // Year 0 is one that calendars in words do not have.
  if (precision === 'year' || date.startsWith('0000')) return date;
  const iso = precision === 'month' ? `${date}-01` : date;
  const parts = style === 'short' ? `${precision}-short` : precision;
  return formatter(locale, parts).format(new Date(`${iso}T00:00:00Z`));
}

/** An EDTF date or interval in words, only as precise as it is: `2022/2023` becomes 2022–2023. */
export function formatDate(edtf: string, locale: string, style: 'long' | 'short' = 'long'): string {
  const [start = edtf, end] = edtf.split('/');
  const first = formatOne(start, locale, style);
  if (end === undefined || end === start) return first;
  const areDays = [start, end].every(
    (date) => precisionOf(date) === 'day' && !date.startsWith('0000'),
  );
  // Ranges in Chinese would be in figures with slashes, unlike every other date.
  if (!areDays || locale.startsWith('zh')) return `${first}–${formatOne(end, locale, style)}`;
  // What both days share is said once: 19–20 December 2023.
  return formatter(locale, style === 'short' ? 'day-short' : 'day').formatRange(
    new Date(`${start}T00:00:00Z`),
    new Date(`${end}T00:00:00Z`),
  );
}

/** A number with the locale's separators; its formatter is kept, as making one costs more than a hundred uses. */
export function formatNumber(
  value: number,
  locale: string,
  options?: Intl.NumberFormatOptions,
): string {
  const key = options === undefined ? locale : `${locale} ${JSON.stringify(options)}`;
  const known = numberFormatters.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormatters.set(key, known);
  return known.format(value);
}

const AGES = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A time that lies so many milliseconds back, in words and in the largest unit that it fills: “3 minutes ago”. */
export function formatAgo(milliseconds: number, locale: string): string {
  const [unit, size] = AGES.find((age) => milliseconds >= age[1]) ?? AGES[3];
  const count = Math.max(1, Math.floor(milliseconds / size));
  return new Intl.RelativeTimeFormat(locale).format(-count, unit);
}
