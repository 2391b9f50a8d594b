import { eventIds } from '../record/item-ids.ts';
import type { EventFact, ExchangeYearFact } from '../record/record.ts';

const keyOf = ({ kind, text }: EventFact) => `${kind} ${text}`;

/** The id of each event by what it says; what several say alike cannot be told apart. */
function idsByWords(year: ExchangeYearFact): Map<string, string> {
  const ids = eventIds(year);
  const alike = Map.groupBy(year.events.entries(), ([, event]) => keyOf(event));
  return new Map(
    [...alike].flatMap(([key, [first, ...more]]) => {
      const id = first && ids[first[0]];
      return id === undefined || more.length > 0 ? [] : [[key, id] as const];
    }),
  );
}

/** Without the ids that an event would have anyway, beside those that the others state. */
function withoutNeedless(year: ExchangeYearFact): ExchangeYearFact {
  return year.events.reduce((slim, event, index) => {
    if (event.id === undefined) return slim;
    const { id, ...rest } = event;
    const events = slim.events.with(index, rest);
    return eventIds({ ...slim, events })[index] === id ? { ...slim, events } : slim;
  }, year);
}

/**
 * Lets an event whose date is corrected keep the id that it had in the record before, since a calendar that was
 * subscribed to or taken along knows it by that: it is told by its kind and its words. Other events state no id.
 */
export function keepEventIds(
  years: readonly ExchangeYearFact[],
  before: readonly ExchangeYearFact[],
): ExchangeYearFact[] {
  return years.map((year) => {
    const earlier = before.find(({ id }) => id === year.id);
    if (earlier === undefined) return year;
    const [kept, now] = [idsByWords(earlier), idsByWords(year)];
    const events = year.events.map((event) => {
      const id = kept.get(keyOf(event));
      const own = now.get(keyOf(event));
      return id === undefined || own === undefined || id === own ? event : { ...event, id };
    });
    return withoutNeedless({ ...year, events });
  });
}
