import { use } from 'react';

import { columnIn, isSheet, type RecordFault } from '#src/api/record-fault.ts';
import { loadFileWords } from '#src/i18n/load-file-words.ts';
import type { Translator } from '#src/i18n/translator.ts';
import styles from './FaultList.module.css';

const MOST_SHOWN = 200;

/** Where in its file a fault is: of a table the column, of JSON the path; nothing for the file as a whole. */
const placeOf = (fault: RecordFault) =>
  fault.line !== undefined && fault.character === undefined
    ? (columnIn(fault) ?? '')
    : fault.path === '$'
      ? ''
      : fault.path;

/** What is wrong with a record's files, a line each: file, place, reason. Suspends until its words are there. */
export function FaultList({
  faults,
  translator,
}: {
  faults: readonly RecordFault[];
  /** Handed in, because it is needed also where there is no context. */
  translator: Translator;
}) {
  const { t } = translator.with(use(loadFileWords(translator.language)));
  const more = faults.length - MOST_SHOWN;
  const lineOf = (fault: RecordFault) => {
    const { line, character } = fault;
    if (line === undefined) return '';
    return character === undefined
      ? ` (${t(isSheet(fault) ? 'faults.place-row' : 'faults.place-line', { line })})`
      : ` (${t('faults.place-line-character', { line, character })})`;
  };
  return (
    <ul className={styles.faults}>
      {faults.slice(0, MOST_SHOWN).map((fault) => (
        <li key={JSON.stringify(fault)}>
          <code translate="no">{`${fault.file} ${placeOf(fault)}`.trim()}</code>:{' '}
          {t(`faults.${fault.code}`, { ...fault.values })}
          {lineOf(fault)}
        </li>
      ))}
      {more > 0 && <li>{t('faults.more', { count: more })}</li>}
    </ul>
  );
}
