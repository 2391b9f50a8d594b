type Words = keyof typeof import('#src/i18n/messages/en/late/conformance.json');
/** What the page has words for. */
type Worded<Kind extends string> = Words extends infer Key
  ? Key extends `${Kind}-${infer Name}`
    ? Name
    : never
  : never;

/** The checks that are made in the page too, as it names them: by what they look at, or by the path that they read. */
export type NamedCheckId = Exclude<Worded<'check'>, 'shape'>;
export type CheckId = NamedCheckId | `/${string}`;

/** What a backend must keep, in the words of a report: a failure names one of these. */
export const RULES = {
  schema: 'answers have the contract’s shape',
  'rule 1': 'every count is the total of the entries behind it',
  'rule 2': 'a walk gives everything once, in the stated order',
  'rule 3': 'what is named is there, dates and ordinals hold',
  'rule 4': 'filters narrow, values widen, and none is ignored',
  'rule 5': 'a facet shows what a choice would give',
  'rule 6': 'what cannot be answered is a problem document',
  origins: 'pages of other origins may read the answers',
  tags: 'answers carry tags, and unchanged answers are not sent again',
  search: 'a search finds what is there',
  calendar: 'the calendar has everything dated, in order',
  sources: 'documents are counted as what rests on them',
  evidence: 'what supports a fact is told whole, and its status follows from that',
} as const;
export type Rule = keyof typeof RULES;

/** How an answer differs from what is due, as data; `other` is said by its detail alone, in English. */
export type FindingKind = Worded<'finding'>;
export type Finding = { kind: FindingKind; values: Record<string, string | number> };

/** Why a check could not be made. */
export type SkipReason = Worded<'skipped'>;

/** A rule is broken: at which request, and how. */
export class Broken extends Error {
  readonly rule: Rule;
  readonly request: string;
  readonly finding: Finding;

  constructor(
    rule: Rule,
    request: string,
    found: FindingKind | { detail: string },
    values: Finding['values'] = {},
  ) {
    super(`${request} breaks: ${rule}`);
    this.rule = rule;
    this.request = request;
    this.finding =
      typeof found === 'string' ? { kind: found, values } : { kind: 'other', values: found };
  }
}

/** What is broken, told in words of its own. */
export const broken = (rule: Rule, request: string, detail: string) =>
  new Broken(rule, request, { detail });

/** This cannot be tried here and now, and why. */
export class Untried extends Error {
  readonly reason: SkipReason;

  constructor(reason: SkipReason, detail: string = reason) {
    super(detail);
    this.reason = reason;
  }
}

export type Outcome = {
  id?: CheckId;
  rule: Rule;
  name: string;
  seconds: number;
} & (
  | { result: 'passed' }
  | { result: 'failed'; request: string; finding: Finding }
  | { result: 'skipped'; reason: SkipReason; detail: string }
);
