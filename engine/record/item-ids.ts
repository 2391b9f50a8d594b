import type { CommissionFact, ExchangeYearFact } from './record.ts';

/** Ids that are stated come first; the same base for several things gets a number, so that ids stay unique. */
function toIds<Thing extends { id?: string | undefined }>(
  things: readonly Thing[],
  toBase: (thing: Thing) => string,
): string[] {
  const used = new Set(things.flatMap(({ id }) => id ?? []));
  return things.map((thing) => {
    if (thing.id !== undefined) return thing.id;
    const base = toBase(thing);
    let id = base;
    for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
    used.add(id);
    return id;
  });
}

/** What the calendar calls each event of an exchange year, in the events' order. */
export function eventIds({ id, events }: Pick<ExchangeYearFact, 'id' | 'events'>): string[] {
  return toIds(events, ({ kind, date }) => `${id}-${kind}-${date}`);
}

/** What the calendar calls each session of a commission, in the sessions' order. */
export function sessionIds({ id, sessions }: Pick<CommissionFact, 'id' | 'sessions'>): string[] {
  return toIds<{ ordinal: number | null; date: string; id?: string }>(
    sessions,
    ({ ordinal, date }) => `${id}-session-${ordinal ?? date}`,
  );
}
