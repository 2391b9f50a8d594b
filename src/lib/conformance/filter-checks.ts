import { firstDay, lastDay } from '#src/api/edtf.ts';
import type { EntryFilters } from '#src/api/params.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import { accountsOf, evidenceOf } from '../accounts.ts';
import { type Check, type Context, need, needSome } from './check.ts';
import { Broken } from './outcome.ts';

const LOOKED_AT = 100;

/** One filter on entries: what to ask it for, taken from an entry that has it, and what each answer then has to be. */
type Trial = {
  choose: (entry: Entry, context: Context) => EntryFilters | null;
  passes: (entry: Entry, chosen: EntryFilters, context: Context) => boolean;
};
const oneOf = <Value>(values: readonly Value[] | undefined, own: readonly Value[]) =>
  own.some((value) => values?.includes(value));

/** Who chaired the meeting of an entry; undefined where the list of meetings does not reach it. */
const chairsOf = ({ meeting }: Entry, context: Context) =>
  need(context, '/meetings')
    .data.items.find(({ ordinal }) => ordinal === meeting.ordinal)
    ?.coChairs.map(({ person }) => person.id);

const TRIALS: Record<string, Trial> = {
  field: {
    choose: ({ fields }) => ({ field: fields.slice(0, 1).map(({ id }) => id) }),
    passes: ({ fields }, { field }) =>
      oneOf(
        field,
        fields.map(({ id }) => id),
      ),
  },
  group: {
    choose: ({ fields }) => ({ group: fields.slice(0, 1).map(({ group }) => group) }),
    passes: ({ fields }, { group }) =>
      oneOf(
        group,
        fields.map((one) => one.group),
      ),
  },
  party: {
    choose: ({ party }) => ({ party: [party] }),
    passes: (entry, { party }) => oneOf(party, [entry.party]),
  },
  meeting: {
    choose: ({ meeting }) => ({ meeting: [meeting.ordinal] }),
    passes: (entry, { meeting }) => oneOf(meeting, [entry.meeting.ordinal]),
  },
  source: {
    choose: ({ source }) => (source === null ? null : { source: [source.id] }),
    passes: (entry, { source }) =>
      oneOf(
        source,
        evidenceOf(entry).map((piece) => piece.source.id),
      ),
  },
  reportedBy: {
    choose: (entry) => {
      const [account] = entry.evidence === undefined ? [] : accountsOf(entry.evidence);
      return account === undefined ? null : { reportedBy: [account] };
    },
    passes: (entry, { reportedBy }) => oneOf(reportedBy, accountsOf(evidenceOf(entry))),
  },
  coChair: {
    choose: (entry, context) => {
      const isKept = need(context, '/fields/summary').data.facets.coChair !== undefined;
      const [chair] = (isKept && chairsOf(entry, context)) || [];
      return chair === undefined ? null : { coChair: [chair] };
    },
    passes: (entry, { coChair }, context) => {
      const chairs = chairsOf(entry, context);
      return chairs === undefined || oneOf(coChair, chairs);
    },
  },
  'from, to': {
    choose: ({ meeting }) => ({ from: meeting.date.slice(0, 4), to: meeting.date }),
    passes: ({ meeting }, { from = '', to = '' }) =>
      lastDay(meeting.date) >= firstDay(from) && firstDay(meeting.date) <= lastDay(to),
  },
  q: {
    choose: ({ text }) => {
      const [word] = text.match(/[a-z]{5,}/g) ?? [];
      return word === undefined ? null : { q: word };
    },
    passes: ({ text, translations = {} }, { q = '' }) =>
      [text, ...Object.values(translations)].join('\n').toLowerCase().includes(q),
  },
};

async function tryFilter(context: Context, name: string, { choose, passes }: Trial, entry: Entry) {
  const chosen = choose(entry, context);
  if (chosen === null) return;
  const all = need(context, '/entries').data.total;
  const { request, data } = await context.backend.get('/entries', { ...chosen, limit: LOOKED_AT });
  const wrong = data.items.find((one) => !passes(one, chosen, context));
  if (wrong) throw new Broken(request, 'not-filtered', { id: wrong.id, name });
  if (data.total > all) throw new Broken(request, 'raised', { got: data.total, due: all });
  const isWhole = data.nextCursor === null;
  if (isWhole && !data.items.some(({ id }) => id === entry.id))
    throw new Broken(request, 'not-found', { id: entry.id });
}

/** Each filter alone, so that an ignored one cannot hide behind another. */
const eachFilter: Check<'each-filter'> = {
  id: 'each-filter',
  rule: 'filters',
  run: async (context) => {
    const { items } = need(context, '/entries').data;
    // From the middle of the list: the first and the last may be what a backend gives that filters nothing.
    const entry = needSome(items[Math.floor(items.length / 2)]);
    for (const [name, trial] of Object.entries(TRIALS))
      await tryFilter(context, name, trial, entry);
  },
};

export const FILTER_CHECKS = [eachFilter];
