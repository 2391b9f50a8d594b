import { memo } from 'react';

import type { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import type { Mechanism } from '#src/api/schemas/common.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyName } from '#src/record/value-words.ts';
import styles from './figure.module.css';
import { KindSigns, Legend, Sign } from '../items/Legend.tsx';
import { PartyGlyph } from '../items/PartyGlyph.tsx';

interface Props {
  mechanism: Mechanism;
  /** Who hosts anything that the drawing shows: parties, `joint`; and whether meetings have no host. */
  hosts: readonly string[];
  hasVideo: boolean;
  hasNoHost: boolean;
  hasDue: boolean;
  kinds: readonly CalendarItemKind[];
}

/** What the shapes mean, in words; the same in each frame of a zoom. */
export const FigureLegend = memo(function FigureLegend(props: Props) {
  const { mechanism, hosts, hasVideo, hasNoHost, hasDue, kinds } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const middle = { mechanism, x: 7, y: 7 };
  return (
    <Legend className={styles.legend}>
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
      <KindSigns kinds={kinds} />
      {kinds.length > 0 && <li>{t('calendar.hollowMeans')}</li>}
    </Legend>
  );
});
