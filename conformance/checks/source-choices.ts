import type { SourceParams } from '#src/api/params.ts';
import type { SourceSummary } from '#src/api/schemas/sources.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, type CheckContext, needSome } from '../check.ts';
import { accountsIn } from '../due-summary.ts';
import { compareText, idsOf } from '../oracle.ts';
import { type Snapshot, toVocabulary, walk } from '../snapshot.ts';

/** The most frequent first, then by tag. */
export function dueLanguages(sources: readonly SourceSummary[]): string[] {
  const counts = new Map<string, number>();
  for (const { language } of sources) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, x], [b, y]) => y - x || compareText(a, b))
    .map(([language, count]) => `${count} ${language}`);
}

type Choice = Pick<SourceParams, 'reportedBy' | 'copies' | 'language'>;
type Others = Pick<SourceParams, 'to' | 'meeting' | 'q'>;
const accountOf = ({ reportedBy }: SourceSummary) => reportedBy;
const copiesOf = ({ copy }: SourceSummary) => (copy === undefined ? 'without' : 'only');

const passes = (one: SourceSummary, { reportedBy, copies, language }: Choice) =>
  (reportedBy?.some((account) => account === one.reportedBy) ?? true) &&
  (copies ?? copiesOf(one)) === copiesOf(one) &&
  (language?.includes(one.language) ?? true);

/** The choices alone and together. */
function choicesIn(snapshot: Snapshot, language: string): Choice[] {
  const accounts = accountsIn(toVocabulary(snapshot));
  const [party = '', both = '', other = ''] = accounts;
  return [
    ...accounts.map((account): Choice => ({ reportedBy: [account] })),
    { copies: 'without' },
    { reportedBy: [party, both], copies: 'without' },
    { reportedBy: [other, 'third'], copies: 'only' },
    { reportedBy: [party], copies: 'without', language: [language] },
  ];
}

const restsOn = ({ entries, meetings, exchangeYears, commissions }: SourceSummary) => ({
  entries,
  meetings,
  exchangeYears,
  commissions,
});

/** Lists, and what each choice would give, among the documents that pass all other filters. */
async function expectChoices(
  { backend, snapshot }: CheckContext,
  others: Others,
  all: readonly SourceSummary[],
  choices: readonly Choice[],
): Promise<void> {
  const known = new Map(all.map((one) => [one.id, one]));
  const accounts = accountsIn(toVocabulary(snapshot));
  for (const choice of choices) {
    const { items, request } = await walk(backend, '/sources', { ...others, ...choice }, 500);
    const { data } = await backend.get('/sources', { ...others, ...choice, limit: 1 });
    const same = (what: string, got: unknown, due: unknown) =>
      expectSame('sources', request, what, got, due);
    const under = (left: Choice) => all.filter((one) => passes(one, { ...choice, ...left }));
    const sorted = (list: readonly SourceSummary[]) => idsOf(list).toSorted(compareText);
    same('documents', sorted(items), sorted(under({})));
    for (const one of items) {
      const listed = known.get(one.id);
      if (listed) same(`what rests on ${one.id}`, restsOn(one), restsOn(listed));
    }
    const languages = data.languages.map((one) => `${one.sources} ${one.language}`);
    same('languages', languages, dueLanguages(under({ language: undefined })));
    const count = (values: readonly string[], list: SourceSummary[], of: typeof accountOf) =>
      values.map((value) => ({ value, sources: list.filter((one) => of(one) === value).length }));
    same('accounts', data.accounts, count(accounts, under({ reportedBy: undefined }), accountOf));
    const copies = count(['without', 'only'], under({ copies: undefined }), copiesOf);
    same('copies', data.copies, copies);
  }
}

export const SOURCE_CHOICE_CHECKS: readonly Check[] = [
  {
    rule: 'sources',
    name: 'documents by account, copies and language together, with what each choice would give under the others',
    run: async (context) => {
      const { snapshot } = context;
      const { language } = needSome(snapshot.sources, 'document');
      await expectChoices(context, {}, snapshot.sources, choicesIn(snapshot, language));
    },
  },
  /** A further filter leaves documents out; of those that stay it says the same, but that `to` counts what is dated by then. */
  {
    rule: 'sources',
    name: 'under a date, meetings or words, what each choice would give is counted, and as much rests on a document as before',
    run: async (context) => {
      const { backend, snapshot } = context;
      const { title, language } = needSome(snapshot.sources, 'document');
      const [first, last] = [needSome(snapshot.meetings, 'meeting'), snapshot.meetings.at(-1)!];
      const choices = [{}, choicesIn(snapshot, language).at(-1)!];
      const listOf = async (others: Others) => (await walk(backend, '/sources', others, 500)).items;
      const word = title.match(/\p{L}{3,}/u)?.[0] ?? title.slice(0, 20);
      const dated = { to: first.date };
      const byThen = new Map((await listOf(dated)).map((one) => [one.id, one]));
      const whole = new Map(snapshot.sources.map((one) => [one.id, one]));
      const asked: [Others, ReadonlyMap<string, SourceSummary>][] = [
        [dated, byThen],
        [{ meeting: [last.ordinal] }, whole],
        [{ q: word }, whole],
        [{ ...dated, meeting: [first.ordinal, last.ordinal] }, byThen],
      ];
      for (const [others, before] of asked) {
        const ids = new Set(idsOf(await listOf(others)));
        const all = [...before.values()].filter(({ id }) => ids.has(id));
        await expectChoices(context, others, all, choices);
      }
    },
  },
];
