import type { ReactNode } from 'react';

import type { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { itemKindWords } from './mark-words.ts';
import { KindGlyph } from './KindGlyph.tsx';
import styles from './Legend.module.css';

interface LegendProps {
  /** Where it stands, as its drawing has it. */
  className?: string | undefined;
  children: ReactNode;
}

export function Legend({ className = '', children }: LegendProps) {
  const { t } = useI18n();
  return (
    <ul className={`${styles.legend} ${className} tiny quiet`} aria-label={t('calendar.legend')}>
      {children}
    </ul>
  );
}

export function Sign({ glyph, children }: { glyph: ReactNode; children: string }) {
  return (
    <li>
      <svg width={14} height={14} aria-hidden="true">
        {glyph}
      </svg>
      {children}
    </li>
  );
}

export function KindSigns({ kinds }: { kinds: readonly CalendarItemKind[] }) {
  const i18n = useI18n();
  return kinds.map((kind) => (
    <Sign key={kind} glyph={<KindGlyph kind={kind} x={7} y={7} size={9} />}>
      {itemKindWords(kind, i18n)}
    </Sign>
  ));
}
