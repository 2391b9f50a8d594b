import { useI18n } from '#src/i18n/I18nContext.tsx';
import { OptionLine } from './OptionLine.tsx';
import { TextLanguages } from '#src/record/TextLanguages.tsx';
import styles from './SearchDialog.module.css';
import type { SearchOption, SearchSection } from '#src/record/search-options.ts';
import { searchTypeWords } from '#src/record/search-type-words.ts';

interface Props {
  /** The list's element id; an option's is this and its key. */
  id: string;
  sections: readonly SearchSection[];
  active: SearchOption | null;
  /** True while the answer to the present text is on its way. */
  isOutdated: boolean;
  /** What was looked for. */
  q: string;
  onFollow: () => void;
  onShowAll: () => void;
}

/** The matches by group, each group under its number. */
export function SearchResults({ id, sections, active, isOutdated, ...rest }: Props) {
  const { t } = useI18n();
  const isByNameOnly = sections.length > 0 && sections.every(({ type }) => type !== 'entry');
  return (
    <>
      {isByNameOnly && !isOutdated && (
        <div className={styles.none}>
          <TextLanguages />
        </div>
      )}
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
              {t('search.group', { name: searchTypeWords(type, { t }), count: total })}
            </div>
            {options.map((option) => (
              <OptionLine
                key={option.key}
                id={`${id}-${option.key}`}
                option={option}
                isActive={option.key === active?.key}
                total={total}
                {...rest}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
