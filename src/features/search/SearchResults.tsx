import { useEffect, useRef } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { SearchLine } from './SearchLine.tsx';
import styles from './SearchDialog.module.css';
import type { SearchOption, SearchSection } from './search-options.ts';

interface Props {
  /** The list's element id; an option's is this and its key. */
  id: string;
  sections: readonly SearchSection[];
  active: SearchOption | null;
  /** True while the answer to the present text is on its way. */
  isOutdated: boolean;
  onChoose: (option: SearchOption) => void;
}

/** The matches by group. The focus stays in the field, so an option is never focused itself. */
export function SearchResults({ id, sections, active, isOutdated, onChoose }: Props) {
  const { t } = useI18n();
  const chosen = useRef<HTMLDivElement>(null);
  useEffect(() => chosen.current?.scrollIntoView({ block: 'nearest' }), [active?.key]);
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('search.results')}
      aria-busy={isOutdated}
      className={isOutdated ? styles.outdated : undefined}
    >
      {sections.map(({ type, total, options }) => (
        <div key={type} role="group" aria-labelledby={`${id}-${type}`}>
          <div id={`${id}-${type}`} role="presentation" className={styles.group}>
            {t('search.group', { name: t(`search.type-${type}`), count: total })}
          </div>
          {options.map((option) => {
            const isActive = option.key === active?.key;
            return (
              <div
                key={option.key}
                ref={isActive ? chosen : undefined}
                id={`${id}-${option.key}`}
                role="option"
                aria-selected={isActive}
                className={styles.option}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(option)}
              >
                <SearchLine option={option} total={total} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
