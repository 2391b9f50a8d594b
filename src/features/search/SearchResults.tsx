import { Link } from 'react-router';

import { useLinkTo } from '#src/filters/use-view.ts';
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
  /** A match was pressed; the browser follows its link, in a new tab where the reader asked for one. */
  onFollow: () => void;
}

const bringIntoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });

/** The matches by group. The focus stays in the field, so an option is never focused itself. */
export function SearchResults({ id, sections, active, isOutdated, onFollow }: Props) {
  const { t } = useI18n();
  const linkTo = useLinkTo();
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
              <Link
                key={option.key}
                ref={isActive ? bringIntoView : undefined}
                id={`${id}-${option.key}`}
                role="option"
                tabIndex={-1}
                aria-selected={isActive}
                className={styles.option}
                to={linkTo(option.target.pathname, option.target.filters, option.target.hash)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={onFollow}
              >
                <SearchLine option={option} total={total} />
              </Link>
            );
          })}
        </div>
      ))}
    </div>
  );
}
