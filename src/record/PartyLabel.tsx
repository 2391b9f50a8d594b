import type { CSSProperties } from 'react';

import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyColour } from './colours.ts';
import styles from './marks.module.css';
import { partyName } from './value-words.ts';

/** Who speaks, by a party's id or `joint`: a mark in the party's colour and its name. */
export function PartyLabel({ party }: { party: string }) {
  const { mechanism } = useRecord();
  const i18n = useI18n();
  return (
    <span
      className={`${styles.label} ${styles.party}`}
      style={{ '--party': partyColour(mechanism, party) } as CSSProperties}
    >
      {partyName(mechanism, party, i18n)}
    </span>
  );
}
