import { use } from 'react';

import {
  columnIn,
  type FaultPlace,
  isSheet,
  otherPlaces,
  type RecordFault,
} from '#src/api/record-fault.ts';
import { loadFileWords } from '#src/i18n/load-file-words.ts';
import type { Translator } from '#src/i18n/translator.ts';
import styles from './FaultList.module.css';

const MOST_SHOWN = 200;

/** Where in its file a fault is: of a table the column, of JSON the path; nothing for the file as a whole. */
function placeOf(fault: FaultPlace) {
  const { file, path, line, character } = fault;
  const isTable = line !== undefined && character === undefined;
  const within = isTable ? (columnIn(fault) ?? '') : path === '$' ? '' : path;
  return `${file} ${within}`.trim();
}

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
  const lineOf = (fault: FaultPlace) => {
    const { line, character } = fault;
    if (line === undefined) return '';
    return character === undefined
      ? ` (${t(isSheet(fault) ? 'faults.place-row' : 'faults.place-line', { line })})`
      : ` (${t('faults.place-line-character', { line, character })})`;
  };
  const othersOf = ({ also }: RecordFault) =>
    also &&
    t('faults.also', {
      count: also.count,
      places: otherPlaces(also, (place) => placeOf(place) + lineOf(place)),
    });
  return (
    <ul className={styles.faults}>
      {faults.slice(0, MOST_SHOWN).map((fault) => (
        <li key={JSON.stringify(fault)}>
          <code translate="no">{placeOf(fault)}</code>:{' '}
          {t(`faults.${fault.code}`, { ...fault.values })}
          {lineOf(fault)}
          {othersOf(fault)}
        </li>
      ))}
      {more > 0 && <li>{t('faults.more', { count: more })}</li>}
    </ul>
  );
}
