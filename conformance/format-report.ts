import { type Finding, type FindingKind, type Outcome, RULES } from './outcome.ts';

const MARKS = { passed: 'ok     ', failed: 'FAILED ', skipped: 'skipped' } as const;

/** The findings in the words of a report; the page has words of its own in its reader's language. */
const FINDINGS: Record<FindingKind, string> = {
  'no-answer': 'no answer at all: {detail}',
  status: 'status {got}, due {due}',
  'content-type': 'content type {got}, due {due}',
  'not-json': 'the body is not JSON',
  shape: '{place} {detail}',
  differs: '{what}: got {got}, due {due}',
  'page-length': 'a page of {got} items, where {due} were asked for',
  repeated: '{place}: {id} stands there twice',
  order: '{first} stands before {second}',
  'not-filtered': '{id} is not of this {name}',
  'unknown-id': '{place}: {id}, which nothing else knows',
  parameter: 'the problem names {got}, due {due}',
  'no-tag': 'ETag {got}, due a strong tag',
  'same-tag': 'the tag of {other}',
  'not-found': '{id} is not among what was found',
  other: '{detail}',
};

export const findingText = ({ kind, values }: Finding) =>
  FINDINGS[kind].replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(values[name]));

/** What a report has to say beyond the name. */
function detailsOf(outcome: Outcome): string[] {
  if (outcome.result === 'passed') return [];
  if (outcome.result === 'skipped') return [`why:     ${outcome.detail}`];
  return [
    `rule:    ${outcome.rule}: ${RULES[outcome.rule]}`,
    `request: ${outcome.request}`,
    `got:     ${findingText(outcome.finding)}`,
  ];
}

export function formatOutcome(outcome: Outcome): string {
  const line = `${MARKS[outcome.result]} ${outcome.rule.padEnd(8)} ${outcome.name} (${outcome.seconds.toFixed(1)} s)`;
  return [line, ...detailsOf(outcome).map((detail) => `          ${detail}`)].join('\n');
}

export const countResults = (outcomes: readonly Outcome[], result: Outcome['result']) =>
  outcomes.filter((outcome) => outcome.result === result).length;

const escapeXml = (text: string) =>
  text
    .replaceAll(/[\p{Cc}--[\t\n]]/gv, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export function toJunit(outcomes: readonly Outcome[]): string {
  const cases = outcomes.map((outcome) => {
    const { rule, name, seconds, result } = outcome;
    const head = `  <testcase classname="${escapeXml(rule)}" name="${escapeXml(name)}" time="${seconds.toFixed(3)}"`;
    if (result === 'passed') return `${head}/>`;
    const details = escapeXml(detailsOf(outcome).join('\n'));
    const inner =
      result === 'failed'
        ? `<failure message="${escapeXml(RULES[rule])}">${details}</failure>`
        : `<skipped message="${details}"/>`;
    return `${head}>${inner}</testcase>`;
  });
  const seconds = outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0).toFixed(3);
  const counts = `tests="${outcomes.length}" failures="${countResults(outcomes, 'failed')}" skipped="${countResults(outcomes, 'skipped')}" time="${seconds}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="conformance" ${counts}>\n${cases.join('\n')}\n</testsuite>\n`;
}
