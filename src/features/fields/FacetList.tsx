import { useChangeFilters, useChosenFilters } from '#src/filters/ChosenFilters.tsx';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './FilterBar.module.css';
import type { Facet, FacetOption } from './use-facet-options.ts';

interface Props {
  facet: Facet;
  options: readonly FacetOption[];
  isPending: boolean;
  isOpen: boolean;
}

/** One filter's choices, each with the number of entries it would give; those that give none stay, quietly. */
export function FacetList({ facet, options, isPending, isOpen }: Props) {
  const { t, number } = useI18n();
  const filters = useChosenFilters();
  const change = useChangeFilters();
  const chosen: readonly string[] = filters[facet];
  const toggle = (value: string) => {
    const next = chosen.includes(value)
      ? chosen.filter((one) => one !== value)
      : [...chosen, value].toSorted((a, b) => (a < b ? -1 : 1));
    change({ [facet]: next });
  };
  return (
    <details className={styles.facet} open={isOpen}>
      <summary>{t(`filters.${facet}`)}</summary>
      <ul className={styles.options} aria-busy={isPending}>
        {options.map(({ value, label, entries }) => (
          <li key={value}>
            <label className={`${styles.option} ${entries === 0 ? styles.zero : ''}`}>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
              />
              <span>{label}</span>
              {entries !== null && (
                <span className={styles.count}>
                  {number(entries)}
                  <span className="visually-hidden">
                    {' '}
                    {t('filters.entries', { count: entries })}
                  </span>
                </span>
              )}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
