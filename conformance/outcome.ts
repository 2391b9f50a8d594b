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

/** A rule is broken: at which request, and how the answer differs. */
export class Broken extends Error {
  readonly rule: Rule;
  readonly request: string;

  constructor(rule: Rule, request: string, difference: string) {
    super(difference);
    this.rule = rule;
    this.request = request;
  }
}

/** This cannot be tried here, and why. */
export class Untried extends Error {}

/** This was not tried for want of time or requests: nothing is known of it. */
export class LeftOut extends Untried {}

export type Outcome = {
  rule: Rule;
  name: string;
  seconds: number;
} & (
  | { result: 'passed' }
  | { result: 'failed'; request: string; difference: string }
  | {
      result: 'skipped';
      reason: string;
      /** True if it was only for want of time or requests. */
      isLeftOut: boolean;
    }
);
