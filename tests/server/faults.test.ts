import { describe, expect, it } from 'vitest';

import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { readInventedRecord } from '#mocks/scenarios/invented-record.ts';
import { runConformance } from '#conformance/run-conformance.ts';
import { RICH_RECORD } from '#tests/fixtures/rich-record.ts';
import { FAULTS } from './faults.ts';
import { type Fault, remembered, sendTo } from './faulty-backend.ts';
import { RICH_RECORD_FAULTS } from './rich-record-faults.ts';
import { SMALL_RECORD_FAULTS } from './small-record-faults.ts';

const BASE = 'http://backend.test/api/v1';
const BOUNDS = {
  seed: 7,
  rounds: 24,
  maxRequests: 5000,
  maxSeconds: 100,
  origin: 'https://app.example',
};
const record = await readRecord();
/** With an event of several days, which the record of the demonstration has none of. */
const exchangeYears = record.exchangeYears.map((year) => ({
  ...year,
  events: year.events.map((event) =>
    event.date === '2024-05-16' ? { ...event, until: '2024-05-20' } : event,
  ),
}));
/** A quarter of them: what is broken is found among few too. */
const entries = record.entries.filter((_, index) => index % 4 === 0);
const correct = remembered(createHandler({ ...record, entries, exchangeYears }, { baseUrl: BASE }));

const rich = remembered(createHandler(RICH_RECORD, { baseUrl: BASE }));
const small = remembered(createHandler(await readInventedRecord(), { baseUrl: BASE }));

async function expectFound(handler: typeof correct, fault: Fault) {
  const { outcomes } = await runConformance({
    ...BOUNDS,
    send: sendTo(handler, BASE, fault),
    stopsAtFailure: true,
    firstRule: fault.rule,
  });
  const failed = outcomes.find(({ result }) => result === 'failed');
  expect(failed).toMatchObject({ rule: fault.rule });
  expect(failed).toHaveProperty('request');
  expect(failed).toHaveProperty('finding');
}

describe('a backend that breaks one rule is found out', () => {
  it('by each of many faults, all of different names', () => {
    const names = [...FAULTS, ...SMALL_RECORD_FAULTS, ...RICH_RECORD_FAULTS].map(
      ({ name }) => name,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(320);
  });

  it.each(FAULTS)('if it $name: $rule', (fault) => expectFound(correct, fault));

  it.each(SMALL_RECORD_FAULTS)('with few things on record, if it $name: $rule', (fault) =>
    expectFound(small, fault),
  );

  it.each(RICH_RECORD_FAULTS)('with something of everything, if it $name: $rule', (fault) =>
    expectFound(rich, fault),
  );
});
