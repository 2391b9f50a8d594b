import { MAX_LIMIT } from '#src/api/params.ts';
import { type Answer, type DataPath, expectType } from './backend.ts';
import { type Check, type Context, need, needSome } from './check.ts';
import { Broken } from './outcome.ts';

const keep =
  <Path extends DataPath>(path: Path, params: object = {}) =>
  async (context: Context): Promise<void> => {
    const answer: Answer<Path> = await context.backend.get(path, params);
    Object.assign(context.known, { [path]: answer });
  };

const keepOne =
  <Path extends DataPath>(path: Path, idOf: (context: Context) => string | number | undefined) =>
  async (context: Context): Promise<void> => {
    const answer: Answer<Path> = await context.backend.get(path, {}, needSome(idOf(context)));
    Object.assign(context.known, { [path]: answer });
  };

const shape = <Id extends string>(id: Id, run: Check['run']): Check<Id> => ({
  id,
  rule: 'shape',
  run,
});

/** What everything else is held against; each asks for itself alone. */
export const LIST_SHAPES = [
  shape('/mechanism', keep('/mechanism')),
  shape('/fields', keep('/fields')),
  shape('/meetings', keep('/meetings', { limit: MAX_LIMIT })),
  shape('/entries', keep('/entries', { limit: MAX_LIMIT })),
  shape('/fields/summary', keep('/fields/summary', { by: 'kind' })),
  shape('/exchange-years', keep('/exchange-years')),
  shape('/commissions', keep('/commissions')),
  shape('/people', keep('/people')),
  shape('/calendar', keep('/calendar')),
  shape('/sources', keep('/sources', { sort: '-entries', limit: MAX_LIMIT })),
];

const calendarFile: Check['run'] = async ({ backend }) => {
  const { request, status, headers, text } = await backend.ask('/calendar.ics');
  if (status !== 200) throw new Broken(request, 'status', { got: status, due: 200 });
  expectType(request, headers, 'text/calendar');
  if (!text.startsWith('BEGIN:VCALENDAR'))
    throw new Broken(request, 'shape', { place: '–', detail: 'BEGIN:VCALENDAR' });
};

/** Single things, by ids out of the lists. */
export const SINGLE_SHAPES = [
  shape(
    '/meetings/{ordinal}',
    keepOne('/meetings/{ordinal}', (context) => need(context, '/meetings').data.items[0]?.ordinal),
  ),
  shape(
    '/exchange-years/{id}',
    keepOne(
      '/exchange-years/{id}',
      (context) => need(context, '/exchange-years').data.items.at(-1)?.id,
    ),
  ),
  shape(
    '/sources/{id}',
    keepOne('/sources/{id}', (context) => need(context, '/sources').data.items[0]?.id),
  ),
  shape('/search', keep('/search', { q: 'a' })),
  shape('/calendar.ics', calendarFile),
];
