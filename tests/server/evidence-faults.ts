import { misread, spoil, spoilSummary, type Item } from './fault-kinds.ts';
import type { Fault } from './faulty-backend.ts';

const ENTRIES = /^\/entries$/;
const query = (request: Request) => new URL(request.url).searchParams;

type Supported = Item & {
  text: string;
  status: string;
  source: Item | null;
  evidence?: (Item & { source: Item })[];
  translations?: Record<string, string>;
};
const spoilEntries = (
  name: string,
  rule: Fault['rule'],
  change: (entry: Supported) => void,
): Fault =>
  spoil(name, rule, ENTRIES, ({ items }) => {
    for (const entry of items as Supported[]) change(entry);
  });

/** Faults in what supports a fact, in whose account that is, and in the languages that it is told in. */
export const EVIDENCE_FAULTS: readonly Fault[] = [
  spoilEntries('keeps its evidence to itself', 'evidence', (entry) => {
    delete entry.evidence;
  }),
  spoilEntries('tells further pages first', 'evidence', ({ evidence }) => {
    evidence?.reverse();
  }),
  spoilEntries('never confirms anything', 'evidence', (entry) => {
    if (entry.status === 'confirmed') entry.status = 'single-source';
  }),
  spoilEntries('confirms by any second page', 'evidence', (entry) => {
    if ((entry.evidence?.length ?? 0) > 1) entry.status = 'confirmed';
  }),
  spoilEntries('is sure of what nobody has written', 'evidence', (entry) => {
    if (entry.status === 'unverified') entry.status = 'single-source';
  }),
  spoil('confirms no meeting', 'evidence', /^\/meetings(\/\d+)?$/, (data) => {
    for (const one of data.items ?? [data]) one['status'] = 'single-source';
  }),
  spoil(
    'says another status of an exchange year by itself than in the list',
    'evidence',
    /^\/exchange-years\/.+$/,
    (year) => Object.assign(year, { status: 'disputed' }),
  ),
  spoilEntries('translates a sentence into its own language', 'evidence', (entry) => {
    entry.translations = { ...entry.translations, en: entry.text };
  }),
  spoilEntries('has a further page of a document that is not there', 'rule 3', ({ evidence }) => {
    for (const { source } of evidence?.slice(1) ?? []) source.id = 'lost';
  }),
  spoil('finds a document only where it comes first', 'rule 4', ENTRIES, (page, request) => {
    const asked = query(request).getAll('source');
    if (asked.length === 0) return;
    const isFirst = ({ source }: Supported) => asked.includes(source?.id ?? '');
    page.items = (page.items as Supported[]).filter(isFirst);
    page.total = page.items.length;
  }),
  misread('finds no sentence in other scripts', 'rule 4', ENTRIES, (asked) => {
    const q = asked.get('q') ?? '';
    if (/\p{Script=Han}|\p{Script=Cyrillic}/u.test(q)) asked.set('q', 'qzxqzx');
  }),
  spoilSummary('counts an entry in one column of accounts', 'rule 1', ({ columns }, request) => {
    if (query(request).get('by') === 'reportedBy')
      for (const column of columns.slice(-1)) column.entries -= 1;
  }),
  spoilSummary('has no facet of accounts', 'rule 5', ({ facets }) => {
    delete facets['reportedBy'];
  }),
];
