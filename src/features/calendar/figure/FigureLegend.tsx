import { memo } from 'react';

import type { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import type { Mechanism } from '#src/api/schemas/common.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyName } from '#src/record/party-name.ts';
import styles from './figure.module.css';
import { KindGlyph } from '../items/KindGlyph.tsx';
import { PartyGlyph } from '../items/PartyGlyph.tsx';
import { itemKindWords } from '../items/item-kind-words.ts';

interface Props {
  mechanism: Mechanism;
  /** Who hosts anything that the drawing shows: parties, `joint`; and whether meetings have no host. */
  hosts: readonly string[];
  hasVideo: boolean;
  hasNoHost: boolean;
  hasDue: boolean;
  /** The kinds that the drawing shows as points. */
  kinds: readonly CalendarItemKind[];
}

/** What the shapes mean, in words; the same in each frame of a zoom. */
export const FigureLegend = memo(function FigureLegend(props: Props) {
  const { mechanism, hosts, hasVideo, hasNoHost, hasDue, kinds } = props;
  const i18n = useI18n();
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
      {hasNoHost && (
        <li>
          <svg width={14} height={14} aria-hidden="true">
            <PartyGlyph mechanism={mechanism} party={null} x={7} y={7} size={10} look="solid" />
          </svg>
          {i18n.t('calendar.hostNone')}
        </li>
      )}
      {hasVideo && (
        <li>
          <svg width={14} height={14} aria-hidden="true">
            <PartyGlyph mechanism={mechanism} party={null} x={7} y={7} size={10} look="hollow" />
          </svg>
          {i18n.t('calendar.byVideo')}
        </li>
      )}
      {hasDue && (
        <li>
          <svg width={14} height={14} aria-hidden="true">
            <PartyGlyph mechanism={mechanism} party={null} x={7} y={7} size={11} look="planned" />
          </svg>
          {i18n.t('calendar.dueMeans')}
        </li>
      )}
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
