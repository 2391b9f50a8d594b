import { misplacedMeetings } from '#src/lib/meeting-order.ts';
import { type Check, expectCount, need, needSome, totalOf } from './check.ts';
import { Broken } from './outcome.ts';

function expectKnown(
  request: string,
  known: readonly (string | number)[],
  mentioned: readonly (string | number)[],
): void {
  const all = new Set(known);
  const id = mentioned.find((one) => !all.has(one));
  if (id !== undefined) throw new Broken(request, 'unknown-id', { id });
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

/** What is mentioned in one list is in the other; where a list has further pages, nothing can be said of what is not on it. */
const idsResolve: Check<'ids-resolve'> = {
  id: 'ids-resolve',
  rule: 'references',
  run: (context) => {
    const entries = need(context, '/entries');
    const meetings = need(context, '/meetings');
    const sources = need(context, '/sources');
    const years = need(context, '/exchange-years').data.items;
    const { fields, groups } = need(context, '/fields').data;
    const parties = [...idsOf(need(context, '/mechanism').data.parties), 'joint'];
    const { items } = entries.data;
    const fieldsOf = items.flatMap((entry) => entry.fields);
    expectKnown(entries.request, idsOf(fields), idsOf(fieldsOf));
    expectKnown(
      entries.request,
      idsOf(groups),
      [...fields, ...fieldsOf].map((one) => one.group),
    );
    expectKnown(
      entries.request,
      parties,
      items.map(({ party }) => party),
    );
    expectKnown(entries.request, idsOf(years), idsOf(items.flatMap((one) => one.exchangeYears)));
    const chairs = meetings.data.items.flatMap(({ coChairs }) => coChairs);
    const people = idsOf(need(context, '/people').data.items);
    expectKnown(
      meetings.request,
      people,
      chairs.map(({ person }) => person.id),
    );
    expectKnown(
      meetings.request,
      parties,
      chairs.map(({ party }) => party),
    );
    const ordinals = meetings.data.items.map(({ ordinal }) => ordinal);
    if (meetings.data.nextCursor === null)
      expectKnown(
        entries.request,
        ordinals,
        items.map(({ meeting }) => meeting.ordinal),
      );
    if (sources.data.nextCursor === null)
      expectKnown(
        entries.request,
        idsOf(sources.data.items),
        items.flatMap(({ source }) => source?.id ?? []),
      );
  },
};

const ordinals: Check<'ordinals'> = {
  id: 'ordinals',
  rule: 'references',
  run: (context) => {
    const { request, data } = need(context, '/meetings');
    needSome(data.items[0]);
    const seen = new Set<number>();
    for (const { ordinal } of data.items) {
      if (seen.has(ordinal)) throw new Broken(request, 'repeated', { id: ordinal });
      seen.add(ordinal);
    }
    for (const { meeting, before } of misplacedMeetings(data.items))
      throw new Broken(request, 'order', { first: before.ordinal, second: meeting.ordinal });
  },
};

const meetingAgrees: Check<'meeting-agrees'> = {
  id: 'meeting-agrees',
  rule: 'references',
  run: async (context) => {
    const listed = needSome(need(context, '/meetings').data.items[0]);
    const { request, data } = need(context, '/meetings/{ordinal}');
    if (data.date !== listed.date)
      throw new Broken(request, 'unlike-list', { what: 'date', got: data.date, due: listed.date });
    expectCount(request, 'sources', data.sources.length, listed.sources);
    expectCount(request, 'entries', data.entries, listed.entries);
    const total = await totalOf(context, { meeting: [data.ordinal] });
    expectCount(request, 'entries', data.entries, total);
  },
};

const sourceAgrees: Check<'source-agrees'> = {
  id: 'source-agrees',
  rule: 'references',
  run: async (context) => {
    const listed = needSome(need(context, '/sources').data.items[0]);
    const { request, data } = need(context, '/sources/{id}');
    if (data.title !== listed.title)
      throw new Broken(request, 'unlike-list', {
        what: 'title',
        got: data.title,
        due: listed.title,
      });
    expectCount(request, 'entries', data.entries, listed.entries);
    expectCount(request, 'entries', data.entries, await totalOf(context, { source: [data.id] }));
  },
};

const yearAgrees: Check<'year-agrees'> = {
  id: 'year-agrees',
  rule: 'references',
  run: async (context) => {
    const listed = needSome(need(context, '/exchange-years').data.items.at(-1));
    const { request, data } = need(context, '/exchange-years/{id}');
    expectCount(request, 'events', data.events.length, listed.events);
    expectCount(request, 'sources', data.sources.length, listed.sources);
    const total = await totalOf(context, { exchangeYear: [data.id] });
    expectCount(request, 'entries', data.entries, total);
  },
};

export const REFERENCE_CHECKS = [idsResolve, ordinals, meetingAgrees, sourceAgrees, yearAgrees];
