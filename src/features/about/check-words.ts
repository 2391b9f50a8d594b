import type { CheckId, NamedCheckId, Outcome } from '#conformance/outcome.ts';
import type { Report } from '#conformance/short-check.ts';
import type { Translator } from '#src/i18n/translator.ts';

const isPath = (id: CheckId): id is Exclude<CheckId, NamedCheckId> => id.startsWith('/');

/** What a check looks at. */
export function checkName({ id, name }: Outcome, { t }: Translator): string {
  if (id === undefined) return name;
  return isPath(id) ? t('conformance.check-shape', { path: id }) : t(`conformance.check-${id}`);
}

/** What was found, or why nothing was; empty where all is well. */
export function findingWords(outcome: Outcome, { t }: Translator): string {
  if (outcome.result === 'passed') return '';
  if (outcome.result === 'skipped') return t(`conformance.skipped-${outcome.reason}`);
  const { kind, values } = outcome.finding;
  return t(`conformance.finding-${kind}`, values);
}

/** What needs looking at comes first. */
export const RESULTS = ['failed', 'skipped', 'passed'] as const satisfies Outcome['result'][];

export function withResult({ outcomes }: Report, result: Outcome['result']): Outcome[] {
  return outcomes.filter((one) => one.result === result);
}

/** The sentence that the run ends with. */
export function summaryWords(report: Report, { t, number }: Translator): string {
  const count = (result: Outcome['result']) => withResult(report, result).length;
  return t('conformance.summary', {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    requests: report.requests,
    seconds: number(report.milliseconds / 1000, { maximumFractionDigits: 1 }),
  });
}
