const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The parts of an EDTF date as English styles set them, to be joined by commas, and never more precise than it is. */
export function englishDate(date: string, order: 'year-first' | 'month-first'): string[] {
  const [year = '', month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return [year];
  const inYear = day === undefined ? name : `${name} ${Number(day)}`;
  if (order === 'year-first') return [year, inYear];
  return day === undefined ? [`${name} ${year}`] : [inYear, year];
}
