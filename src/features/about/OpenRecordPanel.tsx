import { useEffect, useId, useState, useEffectEvent } from 'react';

import { useBackend } from '#src/api/BackendContext.ts';
import { FileWords } from '#src/i18n/FileWords.tsx';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { readShared } from '#src/address/shared-parameters.ts';
import { closeRecord, keptRecords, type KeptRecord } from '#src/lib/opened-records.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { FaultList } from '#src/ui/waiting/FaultList.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { shownAddress } from '#src/ui/shown-address.ts';
import { type ChosenFile, chosenName } from '#src/api/opened-record.ts';
import type { RecordFault } from '#src/api/record-fault.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useAwaitedGo } from '#src/address/use-address.ts';
import { chosenFiles, droppedFiles } from './chosen-files.ts';
import styles from './OpenRecordPanel.module.css';

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
  const shown = mode === 'opened' ? readShared('file', shownAddress().search) : null;
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
          <span className="quiet">{t('opening.drop')}</span>
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

type OpeningState =
  | { phase: 'idle' }
  | { phase: 'checking'; name: string }
  | { phase: 'refused'; name: string; faults: readonly RecordFault[] }
  | { phase: 'remarked'; name: string; version: string; warnings: readonly RecordFault[] }
  | { phase: 'not-kept'; name: string; reason: string };

/** Leads to the overview of a record that is kept here; what the address said beside the language was of another record. */
function useShowRecord(): (version: string) => void {
  const go = useAwaitedGo();
  const linkTo = useLinkTo();
  const { mode } = useBackend();
  const show = async (file: string) => {
    const isAsked = readShared('file', shownAddress().search) === file;
    await go(linkTo(paths.overview(), { file, asOf: null, demo: null }));
    // The page began without the file that its link needs, which is there now: only a new one can show it.
    if (isAsked && mode !== 'opened') window.location.reload();
  };
  return (file) => void show(file);
}

/** Opens what is chosen, or dropped anywhere on the page, and shows it where nothing about it needs a word first. */
function useOpening() {
  const { openRecord } = useBackend();
  const showRecord = useShowRecord();
  const [state, setState] = useState<OpeningState>({ phase: 'idle' });
  const open = async (files: readonly ChosenFile[]) => {
    if (files.length === 0) return;
    const name = chosenName(files);
    setState({ phase: 'checking', name });
    try {
      const opened = await openRecord(files);
      if (opened.version === null) {
        setState({ phase: 'refused', name, faults: opened.faults });
        return;
      }
      const { version, warnings } = opened;
      if (warnings.length === 0) showRecord(version);
      else setState({ phase: 'remarked', name, version, warnings });
    } catch (error) {
      setState({ phase: 'not-kept', name, reason: String(error) });
    }
  };
  const onDrop = useEffectEvent((event: DragEvent) => {
    if (event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then(open);
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    // Without this the browser would show the file in the page's place.
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    window.addEventListener('dragover', allow, { signal });
    window.addEventListener('drop', (event) => onDrop(event), { signal });
    return () => listening.abort();
  }, []);
  return { state, open };
}
