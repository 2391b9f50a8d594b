import { useId, useEffect, useRef, useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { useBackend } from '#src/api/BackendContext.ts';
import type { Translator } from '#src/i18n/translator.ts';
import type { Outcome, CheckId, NamedCheckId } from '#conformance/outcome.ts';
import type { Progress, Report } from '#conformance/short-check.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { CopyButton } from '#src/ui/controls/CopyButton.tsx';
import { FailureNotice } from '#src/ui/waiting/FailureNotice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './CheckPanel.module.css';

function ProgressLine({ progress, onStop }: { progress: Progress | null; onStop: () => void }) {
  const { t } = useI18n();
  const id = useId();
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>
        {progress === null ? t('conformance.starting') : t('conformance.progress', { ...progress })}
      </label>
      <progress
        id={id}
        className={styles.bar}
        {...(progress !== null && { value: progress.done, max: progress.all })}
      />
      <Button onClick={onStop}>{t('conformance.stop')}</Button>
    </div>
  );
}

interface About {
  address: string;
  dataVersion: string;
}

function toReportText(report: Report, about: About, i18n: Translator): string {
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
function toReportJson({ outcomes, ...run }: Report, about: About): string {
  return `${JSON.stringify({ ...about, ...run, checks: outcomes }, null, 2)}\n`;
}

function ReportActions({ report }: { report: Report }) {
  const i18n = useI18n();
  const { address } = useBackend();
  const about = { address, dataVersion: useRecord().mechanism.dataVersion };
  const save = () =>
    saveFile('contract-check.json', 'application/json', toReportJson(report, about));
  return (
    <div className="actions no-print">
      <CopyButton
        look="bordered"
        label={i18n.t('conformance.copy')}
        text={() => toReportText(report, about, i18n)}
      />
      <Button onClick={save}>{i18n.t('conformance.download')}</Button>
    </div>
  );
}

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
function CheckResults({ report }: { report: Report }) {
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
              <Row key={outcome.name} outcome={outcome} />
            ))}
          </tbody>
        </table>
      </details>
    );
  });
}

type State =
  | { phase: 'idle' }
  | { phase: 'running'; progress: Progress | null }
  | { phase: 'done'; report: Report }
  | { phase: 'broken'; error: unknown };

/** The short check of the contract as a reader runs it: started, stopped, and ended with the page. */
function useContractCheck() {
  const api = useApi();
  const { address } = useBackend();
  const [state, setState] = useState<State>({ phase: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const stop = new AbortController();
    running.current = stop;
    setState({ phase: 'running', progress: null });
    try {
      const { runCheck } = await import('#conformance/short-check.ts');
      const report = await runCheck({
        send: api.ask,
        isOtherSite: new URL(address).origin !== window.location.origin,
        signal: stop.signal,
        onProgress: (progress) => setState({ phase: 'running', progress }),
      });
      setState({ phase: 'done', report });
    } catch (error) {
      setState({ phase: 'broken', error });
    }
  };
  return { state, start, stop: () => running.current?.abort() };
}

/** Lets a reader see in a few seconds whether the backend in use keeps the contract. */
export function CheckPanel() {
  const i18n = useI18n();
  const { t } = i18n;
  const { mode, address, isChanging } = useBackend();
  const { state, start, stop } = useContractCheck();
  const isRunning = state.phase === 'running';
  const report = state.phase === 'done' ? state.report : null;
  return (
    <Panel title={t('conformance.title')} lead={t('conformance.lead')}>
      <div className={styles.parts}>
        {isRunning ? (
          <ProgressLine progress={state.progress} onStop={stop} />
        ) : (
          <Button
            className={`${styles.start} no-print`}
            disabled={isChanging}
            onClick={() => void start()}
          >
            {t(state.phase === 'idle' ? 'conformance.start' : 'conformance.startAgain')}
          </Button>
        )}
        <p role="status" className={styles.summary}>
          {report !== null && summaryWords(report, i18n)}
        </p>
        {state.phase === 'broken' && <FailureNotice error={state.error} />}
        {report !== null && (
          <>
            <ReportActions report={report} />
            <CheckResults report={report} />
          </>
        )}
        {mode === 'remote' && (
          <p className={`${styles.full} measure small quiet`}>
            {t('conformance.full')}{' '}
            <code translate="no">npm run conformance -- --url {address}</code>
          </p>
        )}
      </div>
    </Panel>
  );
}

const isPath = (id: CheckId): id is Exclude<CheckId, NamedCheckId> => id.startsWith('/');

function checkName({ id, name }: Outcome, { t }: Translator): string {
  if (id === undefined) return name;
  return isPath(id) ? t('conformance.check-shape', { path: id }) : t(`conformance.check-${id}`);
}

/** What was found, or why nothing was; empty where all is well. */
function findingWords(outcome: Outcome, { t }: Translator): string {
  if (outcome.result === 'passed') return '';
  if (outcome.result === 'skipped') return t(`conformance.skipped-${outcome.reason}`);
  const { kind, values } = outcome.finding;
  return t(`conformance.finding-${kind}`, values);
}

/** What needs looking at comes first. */
const RESULTS = ['failed', 'skipped', 'passed'] as const satisfies Outcome['result'][];

function withResult({ outcomes }: Report, result: Outcome['result']): Outcome[] {
  return outcomes.filter((one) => one.result === result);
}

function summaryWords(report: Report, { t, number }: Translator): string {
  const count = (result: Outcome['result']) => withResult(report, result).length;
  return t('conformance.summary', {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    requests: report.requests,
    seconds: number(report.milliseconds / 1000, { maximumFractionDigits: 1 }),
  });
}
