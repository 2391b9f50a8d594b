import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { entriesQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { partyName } from '#src/record/party-name.ts';
import { mentionOf } from './mention.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { OptionLine } from './OptionLine.tsx';
import { TextLanguages } from '#src/record/matches/TextLanguages.tsx';
import styles from './SearchDialog.module.css';
import type { SearchOption, SearchSection } from '#src/record/matches/search-options.ts';
import { searchTypeWords } from '#src/record/matches/search-type-words.ts';

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

/** What is known of an entry beside its sentence: who speaks, and whether it is the only, the first or the latest mention. */
function useEntryNotes(q: string, sections: readonly SearchSection[], isOutdated: boolean) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const entries = sections.find(({ type }) => type === 'entry');
  const matches = entries?.options.flatMap(({ match }) => match ?? []) ?? [];
  const { data } = useQuery({
    ...entriesQuery(useApi(), { q, limit: Math.max(matches.length, 1) }),
    enabled: matches.length > 0 && !isOutdated,
  });
  return ({ type, match }: SearchOption): string[] => {
    if (type !== 'entry' || match === null) return [];
    const party = data?.items.find(({ id }) => id === match.id)?.party;
    const count = entries?.total ?? 0;
    const mention = mentionOf(matches, count, matches.indexOf(match));
    return [
      ...(party === undefined ? [] : [partyName(mechanism, party, i18n)]),
      ...(mention === null ? [] : [i18n.t(`search.mention-${mention}`, { count })]),
    ];
  };
}

/** The matches by group, each group under its number. */
export function SearchResults({ id, sections, active, isOutdated, ...rest }: Props) {
  const { t } = useI18n();
  const notesOf = useEntryNotes(rest.q, sections, isOutdated);
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
                notes={notesOf(option)}
                {...rest}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
