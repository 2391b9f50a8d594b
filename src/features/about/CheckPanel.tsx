import { useId } from 'react';

import { useBackend } from '#src/api/BackendContext.ts';
import type { Progress, Report } from '#src/lib/conformance/run-check.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { CopyButton } from '#src/ui/controls/CopyButton.tsx';
import { FailureNotice } from '#src/ui/waiting/FailureNotice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { toReportJson, toReportText } from './check-report.ts';
import { summaryWords } from './check-words.ts';
import styles from './CheckPanel.module.css';
import { CheckResults } from './CheckResults.tsx';
import { useContractCheck } from './use-contract-check.ts';

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

function ReportActions({ report }: { report: Report }) {
  const i18n = useI18n();
  const { address } = useBackend();
  const about = { address, dataVersion: useRecord().mechanism.dataVersion };
  const save = () =>
    saveFile('contract-check.json', 'application/json', toReportJson(report, about));
  return (
    <div className={`${styles.actions} no-print`}>
      <CopyButton
        look="bordered"
        label={i18n.t('conformance.copy')}
        text={() => toReportText(report, about, i18n)}
      />
      <Button onClick={save}>{i18n.t('conformance.download')}</Button>
    </div>
  );
}

/** Lets a reader see in a few seconds whether the backend in use keeps the contract. */
export function CheckPanel() {
  const i18n = useI18n();
  const { t } = i18n;
  const { mode, address } = useBackend();
  const { state, start, stop } = useContractCheck();
  const isRunning = state.phase === 'running';
  const report = state.phase === 'done' ? state.report : null;
  return (
    <Panel title={t('conformance.title')} lead={t('conformance.lead')}>
      <div className={styles.parts}>
        {isRunning ? (
          <ProgressLine progress={state.progress} onStop={stop} />
        ) : (
          <Button className={`${styles.start} no-print`} onClick={() => void start()}>
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
          <p className={styles.full}>
            {t('conformance.full')}{' '}
            <code translate="no">npm run conformance -- --url {address}</code>
          </p>
        )}
      </div>
    </Panel>
  );
}
