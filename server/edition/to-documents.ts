import { listCommissions } from '#engine/answers/commission-answers.ts';
import { listPeople } from '#engine/answers/people-answers.ts';
import type { Parts } from './record-parts.ts';

/** The answers that no parameter changes, whole, under their paths. */
export function* toDocuments(parts: Parts): Iterable<{ path: string; body: string }> {
  const { record, lookup, exchangeYears, meetings, sources } = parts;
  const document = (path: string, answer: unknown) => ({ path, body: JSON.stringify(answer) });
  yield document('/mechanism', record.mechanism);
  yield document('/fields', record.fields);
  yield document('/commissions', listCommissions(record, lookup));
  yield document('/people', listPeople(record, lookup));
  yield document('/exchange-years', exchangeYears.list());
  for (const { id } of record.exchangeYears)
    yield document(`/exchange-years/${id}`, exchangeYears.find(id));
  for (const { ordinal } of record.meetings)
    yield document(`/meetings/${ordinal}`, meetings.find(ordinal));
  for (const { id } of record.sources) yield document(`/sources/${id}`, sources.find(id));
}
