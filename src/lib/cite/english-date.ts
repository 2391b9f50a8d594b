const MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** The parts of an EDTF date as English styles set them, to be joined by commas, and never more precise than it is. */
export function englishDate(date: string, order: 'year-first' | 'month-first'): string[] {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return [year];
  const name = MONTH.format(Date.UTC(2000, Number(month) - 1));
  const inYear = day === undefined ? name : `${name} ${Number(day)}`;
  if (order === 'year-first') return [year, inYear];
  return day === undefined ? [`${name} ${year}`] : [inYear, year];
}
