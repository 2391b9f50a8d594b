import { useEffect, useId, useState } from 'react';

import { useBackend } from '#src/api/BackendContext.ts';
import { FileWords } from '#src/i18n/FileWords.tsx';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { readShared } from '#src/address/shared-parameters.ts';
import { closeRecord, keptRecords, type KeptRecord } from '#src/lib/opened-records.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { FaultList } from '#src/ui/waiting/FaultList.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { chosenFiles } from './chosen-files.ts';
import styles from './OpenRecordPanel.module.css';
import { type OpeningState, useOpening, useShowRecord } from './use-opening.ts';

/** A button of the browser's own for choosing a file, or a folder. */
function Chooser({
  label,
  isFolder,
  onChoose,
}: {
  label: string;
  isFolder: boolean;
  onChoose: (files: FileList) => void;
}) {
  const id = useId();
  return (
    <span className={styles.chooser}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        {...(isFolder ? { webkitdirectory: '' } : { accept: '.zip,.xlsx' })}
        onChange={({ target }) => {
          if (target.files !== null) onChoose(target.files);
          // So that the same file, mended, can be chosen again.
          target.value = '';
        }}
      />
    </span>
  );
}

/** What came of it, told as it comes. */
function Outcome({ state }: { state: OpeningState }) {
  const i18n = useI18n();
  const showRecord = useShowRecord();
  const { t } = i18n;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'checking':
      return <p role="status">{t('opening.checking', { name: state.name })}</p>;
    case 'not-kept':
      return (
        <Notice
          tone="error"
          isUrgent
          title={t('opening.notKept', { name: state.name, reason: state.reason })}
        />
      );
    case 'refused': {
      const { name, faults } = state;
      return (
        <Notice tone="error" isUrgent title={t('opening.refused', { name, count: faults.length })}>
          <FaultList faults={faults} translator={i18n} />
        </Notice>
      );
    }
    default: {
      const { name, version, warnings } = state;
      return (
        <Notice
          tone="warn"
          title={t('opening.remarked', { name, count: warnings.length })}
          actions={<Button onClick={() => showRecord(version)}>{t('opening.show')}</Button>}
        >
          <FaultList faults={warnings} translator={i18n} />
        </Notice>
      );
    }
  }
}

/** What this browser keeps, to be shown or closed. */
function KeptRecords() {
  const { t, number } = useI18n();
  const { mode } = useBackend();
  const showRecord = useShowRecord();
  const [kept, setKept] = useState<readonly KeptRecord[]>([]);
  const look = () => void keptRecords().then(setKept, () => setKept([]));
  useEffect(look, []);
  if (kept.length === 0) return null;
  const sizeOf = (bytes: number) =>
    number(bytes / 1e6, {
      style: 'unit',
      unit: 'megabyte',
      maximumSignificantDigits: 2,
    });
  const shown = mode === 'opened' ? readShared('file', window.location.search) : null;
  return (
    <>
      <h3>{t('opening.keptTitle')}</h3>
      <ul className={styles.kept}>
        {kept.map(({ version, name, bytes }) => (
          <li key={version}>
            <span>{t('opening.kept', { name, size: sizeOf(bytes) })}</span>
            {version === shown ? (
              <span>{t('opening.shown')}</span>
            ) : (
              <>
                <Button onClick={() => showRecord(version)}>{t('opening.show')}</Button>
                <Button look="plain" onClick={() => void closeRecord(version).then(look)}>
                  {t('opening.close', { name })}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Opening() {
  const { t } = useI18n();
  const { state, open } = useOpening();
  const choose = (files: FileList) => void open(chosenFiles(files));
  return (
    <Panel id="open-record" title={t('opening.title')} lead={t('opening.lead')}>
      <div className={styles.parts}>
        <div className={styles.choosers}>
          <Chooser label={t('opening.chooseFile')} isFolder={false} onChoose={choose} />
          <Chooser label={t('opening.chooseFolder')} isFolder onChoose={choose} />
          <span className={styles.drop}>{t('opening.drop')}</span>
        </div>
        <p>
          <a href={`${import.meta.env.BASE_URL}template.xlsx`} download>
            {t('opening.template')}
          </a>
        </p>
        <Outcome state={state} />
        <KeptRecords />
      </div>
    </Panel>
  );
}

/** Lets a reader look at a record of their own, which never leaves the browser. */
export function OpenRecordPanel() {
  return (
    <FileWords>
      <Opening />
    </FileWords>
  );
}
