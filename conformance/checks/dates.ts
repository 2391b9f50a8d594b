import { firstDay, intervalOf, isDay, lastDay } from '#src/api/edtf.ts';
import { type Check, needSome } from '../check.ts';
import { idsOf, isDated, matchEntries } from '../oracle.ts';

const MOST_DATES = 5;
const inside = (date: string) => (date.length === 4 ? `${date}-06-15` : `${date}-15`);
const isCoarse = ({ date }: { date: string }) => !isDay(date);

/** Questions whose borders fall inside a date and on its edges. */
const bordersOf = (first: string, middle: string, last: string) => [
  { from: middle },
  { to: middle },
  { from: middle, to: middle },
  { from: first },
  { to: first },
  { from: last },
  { to: last },
];

export const DATE_CHECKS: readonly Check[] = [
  {
    rule: 'calendar',
    name: 'a month, a year and several days are kept by any day of theirs',
    run: async ({ backend, snapshot, same }) => {
      const { items } = snapshot.calendar;
      const coarse = items.filter(isCoarse).slice(0, MOST_DATES);
      const lasting = items.filter(({ until }) => until !== undefined).slice(0, MOST_DATES);
      needSome([...coarse, ...lasting], 'date of several days');
      for (const item of [...coarse, ...lasting]) {
        const whole = intervalOf(item);
        const [first, last] = [firstDay(whole), lastDay(whole)];
        for (const range of bordersOf(first, isCoarse(item) ? inside(item.date) : last, last)) {
          const due = items.filter((one) => isDated(intervalOf(one), range));
          const { data, request } = await backend.get('/calendar', range);
          same(request, 'items', idsOf(data.items), idsOf(due));
        }
      }
    },
  },
  {
    rule: 'rule 4',
    name: 'a meeting of a month or a year, and its entries, are kept by any day of it',
    needsWhole: true,
    run: async (context) => {
      const { backend, snapshot, same } = context;
      const { meetings, entries } = snapshot;
      const coarse = meetings.filter(isCoarse).slice(0, MOST_DATES);
      for (const { date } of [...coarse, needSome(meetings, 'meeting')]) {
        const middle = isDay(date) ? date : inside(date);
        for (const range of bordersOf(firstDay(date), middle, lastDay(date))) {
          const list = await backend.get('/meetings', { ...range, sort: 'ordinal', limit: 500 });
          const due = meetings.filter((one) => isDated(one.date, range));
          const got = list.data.items.map(({ ordinal }) => ordinal);
          const ordinals = due.map(({ ordinal }) => ordinal).slice(0, 500);
          same(list.request, 'meetings', got, ordinals);
          const { data, request } = await backend.get('/entries', { ...range, limit: 500 });
          same(request, 'total', data.total, matchEntries(entries, range).length);
        }
      }
    },
  },
  {
    rule: 'calendar',
    name: 'without from or to, the calendar runs from the first to the last possible day on record',
    run: async ({ backend, snapshot, same }) => {
      const { mechanism, calendar } = snapshot;
      const days = calendar.items.map(intervalOf);
      const dates = days.length > 0 ? days : [mechanism.since];
      const from = dates.map(firstDay).reduce((a, b) => (b < a ? b : a));
      const to = dates.map(lastDay).reduce((a, b) => (b > a ? b : a));
      const some = needSome(calendar.items, 'date');
      // Whatever narrows the list, one value each: of the middle, so that neither end of the list is left in it.
      const middle = calendar.items[Math.floor(calendar.items.length / 2)]!;
      const named = calendar.items.flatMap(({ text, place }) => text?.text ?? place?.name.en ?? []);
      const word = named[Math.floor(named.length / 2)];
      const filters = [
        ...[...new Set(calendar.items.map(({ kind }) => kind))].map((kind) => ({ kind: [kind] })),
        ...middle.fields.slice(0, 1).map(({ id }) => ({ field: [id] })),
        ...snapshot.exchangeYears.items.slice(0, 1).map(({ id }) => ({ exchangeYear: [id] })),
        ...(word === undefined ? [] : [{ q: word.slice(0, 100) }]),
        { q: 'qzxqzx' },
      ];
      const coarse = [{ from: some.date.slice(0, 4) }, { to: some.date.slice(0, 7) }];
      for (const asked of [{}, { from: some.date }, { to: some.date }, ...coarse, ...filters]) {
        const { data, request } = await backend.get('/calendar', asked);
        const due: { from: string; to: string } = { from, to, ...asked };
        same(request, 'from and to', [data.from, data.to], [due.from, due.to]);
      }
    },
  },
];
