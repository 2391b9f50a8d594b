import {
  meetings,
  years,
  parties,
  KINDS,
  STATUSES,
  first,
  last,
  isDated,
  hasWords,
  unique,
  find,
  idOf,
  meetingOf,
  citing,
  accounts,
  accountsOf,
  everySaying,
  names,
  documents,
  source,
  groups,
  fields,
  entries,
  people,
} from './record.mjs';

/* Filters and counts of entries: one function says what passes, and everything is counted with it. */

export const within = (chosen, own) =>
  chosen === undefined || chosen.some((value) => own.includes(value));
const groupsOf = (entry) => entry.fields.map((id) => find(fields, id).group);
const chairsOf = (meeting) => meeting.coChairs.map(({ person }) => person);
const passes = (entry, filters) =>
  within(filters.field, entry.fields) &&
  within(filters.group, groupsOf(entry)) &&
  within(filters.party, [entry.party]) &&
  within(filters.kind, [entry.kind]) &&
  within(filters.meeting, [entry.meeting]) &&
  within(filters.status, [entry.status]) &&
  within(filters.source, citing([entry])) &&
  within(filters.reportedBy, accountsOf(entry)) &&
  within(filters.coChair, chairsOf(meetingOf(entry))) &&
  within(filters.exchangeYear, years.filter((year) => names(entry, year)).map(idOf)) &&
  isDated(first(meetingOf(entry).date), last(meetingOf(entry).date), filters) &&
  hasWords(everySaying(entry.text), filters.q);
export const matching = (filters) => entries.filter((entry) => passes(entry, filters));
const count = (list) => ({
  entries: list.length,
  meetings: unique(list.map(({ meeting }) => meeting)).length,
});

/** Whose accounts alone an entry rests on: one party's, both parties', thirds', or nobody's known. */
const [FIRST, SECOND] = parties;
const SIDES = [FIRST, 'joint', SECOND, 'third'];
function sideOf(entry) {
  const has = (account) => accountsOf(entry).includes(account);
  if (has('joint') || (has(FIRST) && has(SECOND))) return 'joint';
  return [FIRST, SECOND, 'third'].find(has);
}

export const ENTRY_KEYS = {
  meeting: ({ meeting }) => meeting,
  kind: ({ kind }) => KINDS.indexOf(kind),
  party: (entry) => parties.indexOf(entry.party),
  field: (entry) => fields.findIndex(({ id }) => id === entry.fields[0]),
  status: ({ status }) => STATUSES.indexOf(status),
  source: (entry) => entry.source,
  text: ({ text }) => text,
  account: (entry) => (sideOf(entry) ? SIDES.indexOf(sideOf(entry)) : null),
};

/** The columns of a summary: each with its key and what it adds to the filters. */
function columnsBy(by, filters) {
  const dated = meetings.filter(
    (one) =>
      isDated(first(one.date), last(one.date), filters) && within(filters.coChair, chairsOf(one)),
  );
  if (by === 'year')
    return unique(dated.map(({ date }) => date.slice(0, 4))).map((key) => ({
      key,
      has: (one) =>
        isDated(first(meetingOf(one).date), last(meetingOf(one).date), { from: key, to: key }),
    }));
  if (by === 'meeting')
    return (
      filters.meeting ? meetings.filter(({ ordinal }) => filters.meeting.includes(ordinal)) : dated
    ).map((one) => ({
      key: String(one.ordinal),
      has: ({ meeting }) => meeting === one.ordinal,
      date: one.date,
      ...read(documents.meeting(one)),
    }));
  const values = { kind: KINDS, party: parties, reportedBy: accounts }[by];
  const own = (one) => (by === 'reportedBy' ? accountsOf(one) : [one[by]]);
  return values
    .filter((key) => within(filters[by], [key]))
    .map((key) => ({ key, has: (one) => own(one).includes(key) }));
}
const read = (ids) => ({
  sources: ids.length,
  accounts: accounts
    .map((value) => ({
      value,
      sources: ids.filter((id) => source(id).reportedBy === value).length,
    }))
    .filter(({ sources }) => sources > 0),
});
const cells = (list, columns) =>
  columns
    .map(({ key, has }) => ({ key, ...count(list.filter(has)) }))
    .filter((cell) => cell.entries > 0);

const CHOICES = {
  group: groups.map(idOf),
  field: fields.map(idOf),
  party: parties,
  kind: KINDS,
  meeting: meetings.map(({ ordinal }) => ordinal),
  status: STATUSES,
  exchangeYear: years.map(idOf),
  reportedBy: accounts,
  coChair: people.map(idOf),
};
export function summarise({ by = 'kind', split, ...filters }) {
  const all = matching(filters);
  const columns = columnsBy(by, filters);
  const rows = fields
    .filter(({ id, group }) => filters.field?.includes(id) ?? within(filters.group, [group]))
    .map((field) => ({ field, list: all.filter((entry) => entry.fields.includes(field.id)) }))
    .map(({ field, list }) => ({ field, ...count(list), cells: cells(list, columns) }));
  return {
    by,
    ...(split && { split }),
    total: {
      ...count(all),
      fields: rows.filter((row) => row.entries > 0).length,
      sources: unique(citing(all)).length,
    },
    accounts: SIDES.map((value) => ({
      value,
      entries: all.filter((entry) => sideOf(entry) === value).length,
    })),
    columns: columns.map(({ has, key, ...more }) => {
      const list = all.filter(has);
      return {
        key,
        ...count(list),
        ...more,
        ...(split && { parts: cells(list, columnsBy(split, filters)) }),
      };
    }),
    rows,
    facets: Object.fromEntries(
      Object.entries(CHOICES).map(([name, values]) => {
        const others = matching({ ...filters, [name]: undefined });
        return [
          name,
          values.map((value) => ({
            value: String(value),
            entries: others.filter((one) => passes(one, { [name]: [value] })).length,
          })),
        ];
      }),
    ),
  };
}
