import { memo, type ReactNode } from 'react';

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

/** One of the shapes with what it means. */
function Sign({ glyph, children }: { glyph: ReactNode; children: string }) {
  return (
    <li>
      <svg width={14} height={14} aria-hidden="true">
        {glyph}
      </svg>
      {children}
    </li>
  );
}

/** What the shapes mean, in words; the same in each frame of a zoom. */
export const FigureLegend = memo(function FigureLegend(props: Props) {
  const { mechanism, hosts, hasVideo, hasNoHost, hasDue, kinds } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const middle = { mechanism, x: 7, y: 7 };
  return (
    <ul className={styles.legend} aria-label={t('calendar.legend')}>
      {hosts.map((party) => (
        <Sign key={party} glyph={<PartyGlyph {...middle} party={party} size={11} look="solid" />}>
          {t('calendar.host', { party: partyName(mechanism, party, i18n) })}
        </Sign>
      ))}
      {hasNoHost && (
        <Sign glyph={<PartyGlyph {...middle} party={null} size={10} look="solid" />}>
          {t('calendar.hostNone')}
        </Sign>
      )}
      {hasVideo && (
        <Sign glyph={<PartyGlyph {...middle} party={null} size={10} look="hollow" />}>
          {t('calendar.byVideo')}
        </Sign>
      )}
      {hasDue && (
        <Sign glyph={<PartyGlyph {...middle} party={null} size={11} look="planned" />}>
          {t('calendar.dueMeans')}
        </Sign>
      )}
      {kinds.map((kind) => (
        <Sign key={kind} glyph={<KindGlyph kind={kind} x={7} y={7} size={9} />}>
          {itemKindWords(kind, i18n)}
        </Sign>
      ))}
      {kinds.length > 0 && <li>{t('calendar.hollowMeans')}</li>}
    </ul>
  );
});
