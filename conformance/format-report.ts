import { type Outcome, RULES } from './outcome.ts';

const MARKS = { passed: 'ok     ', failed: 'FAILED ', skipped: 'skipped' } as const;

/** What a report has to say beyond the name. */
function detailsOf(outcome: Outcome): string[] {
  if (outcome.result === 'passed') return [];
  if (outcome.result === 'skipped') return [`why:     ${outcome.reason}`];
  return [
    `rule:    ${outcome.rule}: ${RULES[outcome.rule]}`,
    `request: ${outcome.request}`,
    `got:     ${outcome.difference}`,
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

/** The form that build servers read. */
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
