import type { Report } from '#src/lib/conformance/run-check.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { checkName, findingWords, RESULTS, summaryWords, withResult } from './check-words.ts';

interface About {
  address: string;
  dataVersion: string;
}

/** The result as lines to send to whoever runs the backend. */
export function toReportText(report: Report, about: About, i18n: Translator): string {
  const lines = RESULTS.flatMap((result) => withResult(report, result)).map((outcome) => {
    const words = findingWords(outcome, i18n);
    const request = outcome.result === 'failed' ? ` [${outcome.request}]` : '';
    const more = words === '' ? '' : ` – ${words}`;
    return `${i18n.t(`conformance.result-${outcome.result}`)}: ${checkName(outcome, i18n)}${request}${more}`;
  });
  return [
    `${about.address} (${about.dataVersion})`,
    summaryWords(report, i18n),
    '',
    ...lines,
    '',
  ].join('\n');
}

/** The result for a program: the checks by their names, the findings with their values. */
export function toReportJson({ outcomes, ...run }: Report, about: About): string {
  return `${JSON.stringify({ ...about, ...run, checks: outcomes }, null, 2)}\n`;
}
