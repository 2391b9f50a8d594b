import { NO_FILTERS } from '#src/filters/filters.ts';
import { useChangeFilters, useChosenFilters } from '#src/filters/ChosenFilters.tsx';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/Button.tsx';
import { Chip } from '#src/ui/Chip.tsx';
import styles from './FilterBar.module.css';
import { useFilterWords } from './use-filter-words.ts';

/** Every active choice as a chip that one press removes, and one action that removes them all. */
export function ActiveFilters() {
  const { t } = useI18n();
  const change = useChangeFilters();
  const active = useFilterWords()(useChosenFilters());
  if (active.length === 0) return null;
  return (
    <div className={styles.chips}>
      {active.map(({ key, name, value, without }) => (
        <Chip key={key} name={name} value={value} onRemove={() => change(without)} />
      ))}
      <Button look="plain" onClick={() => change(NO_FILTERS)}>
        {t('filters.reset')}
      </Button>
    </div>
  );
}
