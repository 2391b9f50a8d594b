import type { Entry } from '#src/api/schemas/entries.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, needSome, sample } from '../check.ts';
import { dueStatus, dueStatusOf } from '../oracle.ts';
import { broken } from '../outcome.ts';

const ENTRIES = 'GET /entries';

/** A dispute is known to the record alone; everything else follows. */
function expectStatus(request: string, what: string, got: string, due: string | null): void {
  if (got !== 'disputed' && due !== null) expectSame('evidence', request, what, got, due);
}

/** What stands beside an entry is what its first piece of evidence says. */
function expectFirst({ id, source, locator, quote, evidence }: Entry): void {
  if (evidence === undefined) throw broken('evidence', ENTRIES, `entry ${id} has no evidence`);
  const [first] = evidence;
  const got = first && { source: first.source, locator: first.locator, quote: first.quote };
  const due = source === null ? undefined : { source, locator, quote };
  expectSame('evidence', ENTRIES, `first evidence of ${id}`, got, due);
}

export const EVIDENCE_CHECKS: readonly Check[] = [
  {
    id: 'first-evidence',
    rule: 'evidence',
    name: 'every entry has its evidence, what it was coded from first',
    run: ({ snapshot }) => {
      needSome(snapshot.entries, 'entry');
      for (const entry of snapshot.entries) expectFirst(entry);
    },
  },
  {
    id: 'entry-status',
    rule: 'evidence',
    name: 'the status of an entry follows from its evidence',
    run: ({ snapshot }) => {
      needSome(snapshot.entries, 'entry');
      for (const { id, status, evidence = [] } of snapshot.entries)
        expectStatus(ENTRIES, `status of ${id}`, status, dueStatus(evidence));
    },
  },
  /** Of a meeting, an exchange year or a body: by the documents that it rests on. */
  {
    id: 'status',
    rule: 'evidence',
    name: 'the status of a meeting, an exchange year and a commission follows from its documents',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      for (const { ordinal, status } of sample(context, snapshot.meetings)) {
        const { data, request } = await backend.get('/meetings/{ordinal}', {}, ordinal);
        expectStatus(request, 'status', data.status, dueStatusOf(data.sources));
        same(request, 'status in the list', status, data.status);
      }
      for (const { id, status } of sample(context, snapshot.exchangeYears.items)) {
        const { data, request } = await backend.get('/exchange-years/{id}', {}, id);
        expectStatus(request, 'status', data.status, dueStatusOf(data.sources));
        same(request, 'status in the list', status, data.status);
      }
      for (const { id, status, sources } of snapshot.commissions.items)
        expectStatus('GET /commissions', `status of ${id}`, status, dueStatusOf(sources));
    },
  },
];
