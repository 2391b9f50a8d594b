/** How many documents each meeting rests on, and of whose accounts, against a search of the record for their ids. */
import { expect, it } from 'vitest';

import { createStore } from '#tests/fixtures/memory-store.ts';
import { readRecord } from '#mocks/read-record.ts';

const record = await readRecord();
const { summariseFields } = createStore(record);
const accounts = new Map(record.sources.map(({ id, reportedBy }) => [id, reportedBy]));

/** Every id of a document that stands anywhere in these facts. */
function documentsIn(facts: unknown): Set<string> {
  const texts = JSON.stringify(facts).matchAll(/"((?:[^"\\]|\\.)*)"/g);
  return new Set([...texts].map(([, text = '']) => text).filter((text) => accounts.has(text)));
}

it.each(record.meetings.map(({ ordinal }) => ordinal))(
  'a column says how many documents of meeting %i were read, and of whose accounts',
  (ordinal) => {
    const facts = [
      record.meetings.find((meeting) => meeting.ordinal === ordinal),
      record.entries.filter(({ meeting }) => meeting === ordinal),
    ];
    const documents = [...documentsIn(facts)];
    const due = ['china', 'russia', 'joint', 'third'].flatMap((value) => {
      const sources = documents.filter((id) => accounts.get(id) === value).length;
      return sources > 0 ? [{ value, sources }] : [];
    });
    // Whatever the filters are.
    for (const party of [undefined, ['russia']]) {
      const { columns } = summariseFields({ by: 'meeting', ...(party && { party }) });
      const column = columns.find(({ key }) => key === String(ordinal));
      expect(column).toMatchObject({ sources: documents.length, accounts: due });
    }
  },
);
