import Validator from '@adobe/structured-data-validator';
import { describe, expect, test } from 'vitest';

import { createApi } from '#src/api/client.ts';
import { fetchWholeRecord } from '#src/api/whole-record.ts';
import type { LanguageMap } from '#src/api/schemas/common.ts';
import { meetingData, recordData, sourcePageData } from '#src/lib/structured-data.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { readVocabulary } from '#tests/fixtures/schema-org-vocabulary.ts';

const BASE = 'http://mock.test/api/v1';
const handler = createHandler(await readRecord(), { baseUrl: BASE, scenario: 'record' });
const api = createApi(BASE, async (request) => handler(request));
const { mechanism, meetings, sources } = await fetchWholeRecord(api);
const validator = new Validator(readVocabulary());
const name = ({ en }: LanguageMap) => en;

/** What the validator has against the vocabulary in one type of data; a search engine's own wishes are no part of it. */
async function faultsOf(type: string, items: object[]): Promise<string[]> {
  const issues = await validator.validate({ jsonld: { [type]: structuredClone(items) } });
  return issues
    .filter(({ errorType }) => errorType === 'schemaOrg')
    .map(({ issueMessage }) => issueMessage);
}

describe('the structured data, by the vocabulary of schema.org', () => {
  test('know every meeting as an event', async () => {
    const data = meetings.map((meeting) =>
      meetingData(meeting, mechanism, {
        title: `${meeting.ordinal}`,
        url: `https://example.org/meetings/${meeting.ordinal}`,
        name,
      }),
    );
    expect(data).toHaveLength(30);
    expect(await faultsOf('Event', data)).toEqual([]);
  });

  test('know every document as a work, and the record as a data set', async () => {
    expect(await faultsOf('CreativeWork', sources.map(sourcePageData))).toEqual([]);
    const page = { description: 'All of it', url: 'https://example.org/sources', name };
    expect(await faultsOf('Dataset', [recordData(mechanism, page)])).toEqual([]);
  });

  test('would not pass with a property that the type does not have', async () => {
    expect(await faultsOf('Event', [{ '@type': 'Event', ordinal: 28 }])).toHaveLength(1);
    expect(await faultsOf('Meeting', [{ '@type': 'Meeting' }])).toHaveLength(1);
  });
});
