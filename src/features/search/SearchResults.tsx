import { useQuery } from '@tanstack/react-query';
import type { MouseEvent } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { entriesQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { toMatchWords } from '#src/record/matches/match-words.ts';
import { useTargetLink } from '#src/record/matches/use-target-link.ts';
import { partyName } from '#src/record/value-words.ts';
import { Link } from '#src/ui/Link.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { TextLanguages } from '#src/record/matches/TextLanguages.tsx';
import styles from './SearchDialog.module.css';
import type { SearchOption, SearchSection } from '#src/record/matches/search-options.ts';
import { searchTypeWords } from '#src/record/matches/search-type-words.ts';
import type { SearchMatch } from '#src/api/schemas/search.ts';

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
  const asked = useQuery({
    ...entriesQuery(useApi(), { q, limit: Math.max(matches.length, 1) }),
    enabled: matches.length > 0 && !isOutdated,
  });
  const notesOf = ({ type, match }: SearchOption): string[] => {
    if (type !== 'entry' || match === null) return [];
    const party = asked.data?.items.find(({ id }) => id === match.id)?.party;
    const count = entries?.total ?? 0;
    const mention = mentionOf(matches, count, matches.indexOf(match));
    return [
      ...(party === undefined ? [] : [partyName(mechanism, party, i18n)]),
      ...(mention === null ? [] : [i18n.t(`search.mention-${mention}`, { count })]),
    ];
  };
  return { asked, notesOf };
}

const bringIntoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });

interface SearchLineProps {
  option: SearchOption;
  /** What was looked for. */
  q: string;
  /** How many matches the option's group has. */
  total: number;
  /** What is known of the match beside itself: who speaks, and which mention it is. */
  notes: readonly string[];
}

/** One match in words: what it is, and what tells it apart. */
function SearchLine({ option: { type, match }, q, total, notes }: SearchLineProps) {
  const i18n = useI18n();
  if (match === null) {
    return <span className={styles.more}>{i18n.t('search.showAll', { count: total })}</span>;
  }
  const { ordinal, title, found, facts: own } = toMatchWords(type, match, q, i18n);
  const facts = [...own, ...notes];
  return (
    <>
      <span className={styles.name} dir="auto">
        {ordinal !== null && <span className={styles.ordinal}>{ordinal}</span>}
        <span lang={title.lang} dir="auto">
          {title.text}
        </span>
        {found !== null && (
          <>
            {' '}
            <span lang={found.lang} dir="auto" className="small quiet">
              {found.text}
            </span>
          </>
        )}
      </span>
      {facts.length > 0 && <span className="tiny quiet">{facts.join(' · ')}</span>}
    </>
  );
}

interface OptionProps extends SearchLineProps {
  id: string;
  isActive: boolean;
  /** A match was pressed; the browser follows its link, in a new tab where the reader asked for one. */
  onFollow: () => void;
  /** The rest of the group was asked for, here. */
  onShowAll: () => void;
}

/** An option of the list: a link where it leads to a page. The focus stays in the field, never here. */
function OptionLine({ id, option, isActive, q, total, notes, onFollow, onShowAll }: OptionProps) {
  const targetLink = useTargetLink();
  const shared = {
    ref: isActive ? bringIntoView : undefined,
    id,
    role: 'option',
    tabIndex: -1,
    'aria-selected': isActive,
    className: styles.option,
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    children: <SearchLine option={option} q={q} total={total} notes={notes} />,
  };
  return option.target === null ? (
    <button type="button" {...shared} onClick={onShowAll} />
  ) : (
    <Link {...shared} to={targetLink(option.target)} onClick={onFollow} />
  );
}

/** The matches by group, each group under its number. */
export function SearchResults({ id, sections, active, isOutdated, ...rest }: Props) {
  const { t } = useI18n();
  const { asked, notesOf } = useEntryNotes(rest.q, sections, isOutdated);
  const isByNameOnly = sections.length > 0 && sections.every(({ type }) => type !== 'entry');
  return (
    <>
      {isByNameOnly && !isOutdated && (
        <div className={styles.none}>
          <TextLanguages />
        </div>
      )}
      <LostAnswers of={[asked]} />
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

/** What an entry is among all that the words find: the only one, or the earliest or latest where no other shares its meeting. */
type Mention = 'only' | 'first' | 'latest';

/**
 * Which mention a match is, of entries that stand from the latest meeting to the earliest. Null for those between, and
 * where the entries at hand do not tell.
 * @param total how many match, of which `matches` may be only the first
 */
export function mentionOf(
  matches: readonly Pick<SearchMatch, 'meeting'>[],
  total: number,
  at: number,
): Mention | null {
  if (total === 1) return 'only';
  const meeting = matches[at]?.meeting ?? null;
  if (meeting === null) return null;
  if (at === 0) return matches[1] && matches[1].meeting !== meeting ? 'latest' : null;
  return at === total - 1 && matches[at - 1]?.meeting !== meeting ? 'first' : null;
}
