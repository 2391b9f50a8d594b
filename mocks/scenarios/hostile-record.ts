import type { RecordData } from '#engine/record/record.ts';

/** Texts that a record may hold by malice or by accident. All are legal in the contract, and all are to be shown as they are. */
export const HOSTILE_TEXTS = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '=HYPERLINK("https://example.org","open")',
  'x;=1+1;y\tz',
  '\u202Eright to left\u202C \u200Fنص من اليمين إلى اليسار',
  'w'.repeat(400),
  `z${'\u0301\u0323\u0335'.repeat(30)}algo`,
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿 \u2028 \u2029',
  '{count, plural, other {#}} ${name} %s %00',
  '__proto__ constructor toString',
  '[open](javascript:alert(1))',
] as const;

/**
 * The record with hostile texts in its sentences, titles, names and notes. Each stands behind the words that were there, so
 * that one still sees where one is; addresses, ids and dates stay as they are.
 */
export function toHostileRecord(record: RecordData): RecordData {
  let position = 0;
  const spoil = (text: string) => {
    position += 1;
    return `${text} ${HOSTILE_TEXTS[position % HOSTILE_TEXTS.length]}`;
  };
  const spoilNamed = <Thing extends { name: Record<string, string> }>(thing: Thing): Thing => ({
    ...thing,
    name: Object.fromEntries(Object.entries(thing.name).map(([tag, name]) => [tag, spoil(name)])),
  });
  const spoilNotes = <Thing extends { notes: { text: string; lang: string } | null }>(
    thing: Thing,
  ): Thing => ({
    ...thing,
    notes: thing.notes && { ...thing.notes, text: spoil(thing.notes.text) },
  });
  return {
    ...record,
    mechanism: spoilNamed(record.mechanism),
    fields: { groups: record.fields.groups, fields: record.fields.fields.map(spoilNamed) },
    places: record.places.map(spoilNamed),
    people: record.people.map(spoilNamed),
    offices: record.offices.map(spoilNamed),
    meetings: record.meetings.map((meeting) => ({
      ...spoilNotes(meeting),
      venue: meeting.venue && spoil(meeting.venue),
      attendance: meeting.attendance && {
        ...meeting.attendance,
        text: spoil(meeting.attendance.text),
      },
    })),
    entries: record.entries.map((entry) => ({
      ...entry,
      text: spoil(entry.text),
      locator: entry.locator && spoil(entry.locator),
    })),
    exchangeYears: record.exchangeYears.map((year) => ({
      ...spoilNotes(spoilNamed(year)),
      events: year.events.map((event) => ({ ...event, text: spoil(event.text) })),
    })),
    commissions: record.commissions.map((body) => spoilNotes(spoilNamed(body))),
    sources: record.sources.map((source) => ({
      ...source,
      title: spoil(source.title),
      publisher: spoil(source.publisher),
    })),
  };
}
