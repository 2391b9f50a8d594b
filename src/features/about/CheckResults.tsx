import type { Outcome, Report } from '#src/lib/conformance/run-check.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { checkName, findingWords, RESULTS, withResult } from './check-words.ts';
import styles from './CheckPanel.module.css';

const SIGNS = { passed: '✓', failed: '✗', skipped: '–' };

function Row({ outcome }: { outcome: Outcome }) {
  const i18n = useI18n();
  return (
    <tr>
      <th scope="row">{checkName(outcome, i18n)}</th>
      {outcome.result !== 'passed' && <td>{findingWords(outcome, i18n)}</td>}
      {outcome.result === 'failed' && (
        <td>
          <code translate="no">{outcome.request}</code>
        </td>
      )}
    </tr>
  );
}

/** Every check with what came of it, by its result; only what failed is unfolded. */
export function CheckResults({ report }: { report: Report }) {
  const { t } = useI18n();
  return RESULTS.map((result) => {
    const outcomes = withResult(report, result);
    if (outcomes.length === 0) return null;
    const label = t(`conformance.result-${result}`);
    return (
      <details key={result} className={styles.group} open={result === 'failed'}>
        <summary className={styles[result]}>
          <span aria-hidden="true">{SIGNS[result]}</span>{' '}
          {t('conformance.group', { result: label, count: outcomes.length })}
        </summary>
        <table className={styles.table} aria-label={label}>
          <tbody>
            {outcomes.map((outcome) => (
              <Row key={outcome.id} outcome={outcome} />
            ))}
          </tbody>
        </table>
      </details>
    );
  });
}
