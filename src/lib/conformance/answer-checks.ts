import { firstDay, lastDay } from '#src/api/edtf.ts';
import { Problem } from '#src/api/schemas/common.ts';
import { expectType, readBody } from './backend.ts';
import { type Check, type Context, need, needSome } from './check.ts';
import { Broken, Untried } from './outcome.ts';

async function expectProblem({ backend }: Context, path: string, due: number, parameter?: string) {
  const { request, status, headers, text } = await backend.ask(path);
  if (status !== due) throw new Broken(request, 'status', { got: status, due });
  expectType(request, headers, 'application/problem+json');
  const problem = readBody(request, text, Problem);
  if (problem.status !== due) throw new Broken(request, 'status', { got: problem.status, due });
  if (parameter !== undefined && problem.parameter !== parameter)
    throw new Broken(request, 'parameter', { got: problem.parameter ?? '–', due: parameter });
}

const notThere: Check<'not-there'> = {
  id: 'not-there',
  rule: 'errors',
  run: async (context) => {
    await expectProblem(context, '/nothing', 404);
    await expectProblem(context, '/meetings/99999', 404);
    await expectProblem(context, '/sources/no-such-source', 404);
  },
};

const badParameters: Check<'bad-parameters'> = {
  id: 'bad-parameters',
  rule: 'errors',
  run: async (context) => {
    await expectProblem(context, '/entries?field=no-such-field', 400, 'field');
    await expectProblem(context, '/entries?from=2023-02-30', 400, 'from');
    await expectProblem(context, '/entries?limit=0', 400, 'limit');
    await expectProblem(context, '/entries?cursor=nonsense', 400, 'cursor');
    await expectProblem(context, '/mechanism?colour=red', 400, 'colour');
  },
};

/** A page on another site may read the tag, and send it back, only where the backend allows it. */
const tags: Check<'tags'> = {
  id: 'tags',
  rule: 'tags',
  run: async (context) => {
    const { request } = need(context, '/mechanism');
    const { backend } = context;
    const [path = '', tag] = [...backend.tags].find(([address]) => address === '/mechanism') ?? [];
    if (tag === undefined) {
      if (context.isOtherSite && backend.tags.size === 0) throw new Untried('hidden-tag');
      throw new Broken(request, 'no-tag');
    }
    if (!/^"[^"]*"$/.test(tag)) throw new Broken(request, 'no-tag');
    const twins = [...backend.tags].filter(([, other]) => other === tag);
    const twin = twins.find(([address]) => address !== path);
    if (twin) throw new Broken(request, 'same-tag', { other: `GET ${twin[0]}` });
    const held = async (value: string, due: number) => {
      const reply = await backend.ask(path, { 'if-none-match': value }).catch((error: unknown) => {
        if (error instanceof Broken) throw new Untried('hidden-tag');
        throw error;
      });
      const asked = `${reply.request}, If-None-Match: ${value}`;
      if (reply.status !== due) throw new Broken(asked, 'status', { got: reply.status, due });
    };
    await held(tag, 304);
    await held('"another"', 200);
  },
};

const findsNames: Check<'finds-names'> = {
  id: 'finds-names',
  rule: 'search',
  run: async (context) => {
    const person = needSome(need(context, '/people').data.items[0]);
    for (const q of Object.values(person.name).slice(0, 2)) {
      const { request, data } = await context.backend.get('/search', { q });
      const found = data.groups.find(({ type }) => type === 'person')?.items ?? [];
      if (!found.some(({ id }) => id === person.id))
        throw new Broken(request, 'not-found', { id: person.id });
    }
  },
};

const calendarSpan: Check<'calendar-span'> = {
  id: 'calendar-span',
  rule: 'calendar',
  run: async (context) => {
    const { date, ordinal } = needSome(need(context, '/meetings').data.items[0]);
    const year = date.slice(0, 4);
    const { request, data } = await context.backend.get('/calendar', { from: year, to: year });
    const outside = data.items.find(
      (item) => lastDay(item.date) < firstDay(year) || firstDay(item.date) > lastDay(year),
    );
    if (outside) throw new Broken(request, 'outside', { id: outside.id, date: outside.date });
    if (!data.items.some(({ kind, meeting }) => kind === 'meeting' && meeting === ordinal))
      throw new Broken(request, 'not-found', { id: ordinal });
    for (const [index, item] of data.items.entries()) {
      const next = data.items[index + 1];
      if (next && firstDay(next.date) < firstDay(item.date))
        throw new Broken(request, 'order', { first: item.id, second: next.id });
    }
  },
};

export const ANSWER_CHECKS = [notThere, badParameters, tags, findsNames, calendarSpan];
