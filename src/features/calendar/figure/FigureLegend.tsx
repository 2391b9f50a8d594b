import { memo } from 'react';

import type { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import type { Mechanism } from '#src/api/schemas/common.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyName } from '#src/record/party-name.ts';
import styles from './figure.module.css';
import { KindGlyph } from '../items/KindGlyph.tsx';
import { PartyGlyph } from '../items/PartyGlyph.tsx';
import { itemKindWords } from '#src/record/value-words.ts';

interface Props {
  mechanism: Mechanism;
  /** The kinds that the drawing shows as points. */
  kinds: readonly CalendarItemKind[];
}

/** What the shapes mean, in words; the same in each frame of a zoom. */
export const FigureLegend = memo(function FigureLegend({ mechanism, kinds }: Props) {
  const i18n = useI18n();
  const hosts = [...mechanism.parties.map(({ id }) => id), 'joint'];
  return (
    <ul className={styles.legend} aria-label={i18n.t('calendar.legend')}>
      {hosts.map((party) => (
        <li key={party}>
          <svg width={14} height={14} aria-hidden="true">
            <PartyGlyph mechanism={mechanism} party={party} x={7} y={7} size={11} look="solid" />
          </svg>
          {i18n.t('calendar.host', { party: partyName(mechanism, party, i18n) })}
        </li>
      ))}
      <li>
        <svg width={14} height={14} aria-hidden="true">
          <PartyGlyph mechanism={mechanism} party={null} x={7} y={7} size={10} look="hollow" />
        </svg>
        {i18n.t('calendar.byVideo')}
      </li>
      {kinds.map((kind) => (
        <li key={kind}>
          <svg width={14} height={14} aria-hidden="true">
            <KindGlyph kind={kind} x={7} y={7} size={9} />
          </svg>
          {itemKindWords(kind, i18n)}
        </li>
      ))}
      {kinds.length > 0 && <li>{i18n.t('calendar.hollowMeans')}</li>}
    </ul>
  );
});
