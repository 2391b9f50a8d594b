import {
  meetings,
  years,
  hash,
  dataVersion,
  parties,
  accounts,
  KINDS,
  STATUSES,
  first,
  last,
  unique,
  idOf,
  groups,
  fields,
  sources,
  people,
} from './record.mjs';

/* Parameters: what each path takes, and how a value is read; undefined is refused. */

export class Refused extends Error {
  constructor(status, title, more = {}) {
    super(title);
    this.problem = { type: 'about:blank', title, status, ...more };
  }
}
export const refuse = (parameter, detail) => {
  throw new Refused(400, 'A parameter has a value that it cannot have', { parameter, detail });
};
export const one = (check) => ({ check });
export const many = (check) => ({ check, isList: true });
export const oneOf = (values) => (text) => (values.includes(text) ? text : undefined);
export const number = (max) => (text) =>
  /^[1-9]\d{0,9}$/.test(text) && Number(text) <= max ? Number(text) : undefined;
export const text = (longest) => (value) =>
  value.length > 0 && value.length <= longest ? value : undefined;
export const ordinal = (value) =>
  meetings.map((meeting) => meeting.ordinal).find((own) => String(own) === value);
export const tag = (value) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value) ? value : undefined);
export const date = (value) => {
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(value)) return undefined;
  const [year, month, day = '01'] = value.split('-');
  return day >= '01' && day <= last(`${year}-${month ?? '01'}`).slice(8) ? value : undefined;
};
export const bothWays = (keys) => oneOf(keys.flatMap((key) => [key, `-${key}`]));
export const known = (things) => many(oneOf(things.map(idOf)));
export const range = { from: one(date), to: one(date) };
export const paged = { limit: one(number(500)), cursor: one(text(1000)) };
export const q = one(text(200));
export const entryFilters = {
  ...range,
  q,
  field: known(fields),
  group: known(groups),
  party: many(oneOf(parties)),
  kind: many(oneOf(KINDS)),
  meeting: many(ordinal),
  status: many(oneOf(STATUSES)),
  exchangeYear: known(years),
  source: known(sources),
  reportedBy: many(oneOf(accounts)),
  coChair: known(people),
};
export const dated = {
  ...range,
  q,
  field: known(fields),
  exchangeYear: known(years),
  kind: many(oneOf(['meeting', 'announced', 'opening', 'closing', 'event', 'session'])),
};

export function readParameters(takes, query) {
  const values = {};
  for (const name of new Set(query.keys())) {
    const given = query.getAll(name);
    if (!Object.hasOwn(takes, name)) refuse(name, 'There is no such parameter here');
    const { check, isList } = takes[name];
    if (given.length > (isList ? 200 : 1)) refuse(name, 'It is given too often');
    const taken = unique(given).map(
      (value) => check(value) ?? refuse(name, `"${value.slice(0, 80)}" is not a value of it`),
    );
    values[name] = isList ? taken : taken[0];
  }
  if (values.from && values.to && first(values.from) > last(values.to))
    refuse('from', 'It is later than "to"');
  return values;
}
/** A cursor is the place in the list, sealed with everything that makes the list what it is. */
export function toPage(all, { limit = 50, cursor, seal }) {
  const at = (place) =>
    Buffer.from(`${place}.${hash(`${place} ${seal} ${dataVersion}`)}`).toString('base64url');
  const start =
    cursor === undefined ? 0 : Number.parseInt(Buffer.from(cursor, 'base64url').toString(), 10);
  if (cursor !== undefined && cursor !== at(start))
    refuse('cursor', 'It does not belong to this list');
  const end = start + limit;
  return {
    items: all.slice(start, end),
    total: all.length,
    nextCursor: end < all.length ? at(end) : null,
  };
}
