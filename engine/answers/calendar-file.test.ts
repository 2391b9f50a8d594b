import { describe, expect, it } from 'vitest';

import { toCalendarFile } from '#src/lib/calendar-file.ts';
import { readRecord } from '#mocks/read-record.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';

const store = createStore(await readRecord());
const list = store.listCalendar({});
const file = toCalendarFile(list, store.mechanism(), 'ru');
const unfolded = file.replaceAll('\r\n ', '');
const valuesOf = (name: string) =>
  unfolded
    .split('\r\n')
    .flatMap((line) => (line.startsWith(name) ? [line.slice(name.length + 1)] : []));

describe('the calendar file', () => {
  it('ends every line with CR LF, and has none longer than 75 octets', () => {
    const lines = file.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.some((line) => /[\r\n]/.test(line))).toBe(false);
    expect(
      Math.max(...lines.map((line) => new TextEncoder().encode(line).length)),
    ).toBeLessThanOrEqual(75);
  });

  it('has an event for every day-precise item, ending the day after', () => {
    const days = list.items.filter(({ date }) => date.length === 10);
    expect(valuesOf('BEGIN')).toHaveLength(days.length + 1);
    expect(valuesOf('DTSTART;VALUE=DATE')).toEqual(
      days.map(({ date }) => date.replaceAll('-', '')),
    );
    const meeting28 = valuesOf('DTSTART;VALUE=DATE').indexOf('20231219');
    expect(valuesOf('DTEND;VALUE=DATE')[meeting28]).toBe('20231220');
  });

  it('says how many dates it leaves out, since they have no day', () => {
    const others = list.items.filter(({ date }) => date.length < 10).length;
    expect(others).toBeGreaterThan(0);
    expect(valuesOf('DESCRIPTION')[0]).toContain(`: ${others}`);
  });

  it('gives every event an id of its own that stays the same in every language', () => {
    const uids = valuesOf('UID');
    expect(new Set(uids).size).toBe(uids.length);
    const english = toCalendarFile(list, store.mechanism(), 'en').replaceAll('\r\n ', '');
    expect(uids.every((uid) => english.includes(`UID:${uid}`))).toBe(true);
  });

  it('has names in the language asked for, and escapes what would end a value', () => {
    expect(valuesOf('NAME')).toEqual(['Регулярные встречи глав правительств Китая и России']);
    expect(valuesOf('SUMMARY').every((summary) => !/(?<!\\)[,;]/.test(summary))).toBe(true);
  });
});
