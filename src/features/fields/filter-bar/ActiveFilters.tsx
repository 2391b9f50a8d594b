import { useRef, type ReactNode } from 'react';

import { type Filters, NO_FILTERS } from '#src/address/filters.ts';
import { useChangeAddress, useChosenFilters } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { Chip } from '#src/ui/controls/Chip.tsx';
import styles from './ActiveFilters.module.css';
import { useFilterWords } from '../series/use-filter-words.ts';

/**
 * Every active choice as a chip that one press removes, and one action that removes them all. Stands over what the
 * choices act on, not over the lists they are made in: these must not move while the reader is choosing. At the line's end
 * stands what can be done with what they let through.
 */
export function ActiveFilters({ children }: { children?: ReactNode }) {
  const { t } = useI18n();
  const change = useChangeAddress();
  const active = useFilterWords()(useChosenFilters());
  const group = useRef<HTMLDivElement>(null);
  /** The pressed button goes, and must not take the keyboard with it. */
  const remove = (without: Partial<Filters>, place: number) => {
    const next = place + 1 < active.length ? place + 1 : place - 1;
    const rest = place < 0 ? undefined : group.current?.querySelectorAll('button')[next];
    (rest ?? group.current)?.focus();
    change(without);
  };
  return (
    <div className={`${styles.row} no-print`}>
      <div
        ref={group}
        role="group"
        aria-label={t('filters.active')}
        tabIndex={-1}
        className={styles.chips}
      >
        {active.length === 0 && <span className="quiet">{t('filters.none')}</span>}
        {active.map(({ key, name, value, without }, place) => (
          <Chip key={key} name={name} value={value} onRemove={() => remove(without, place)} />
        ))}
        {active.length > 0 && (
          <Button look="plain" onClick={() => remove(NO_FILTERS, -1)}>
            {t('filters.reset')}
          </Button>
        )}
      </div>
      {children}
    </div>
  );
}
