import { useEffect, useId, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { searchQuery } from '#src/api/queries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import {
  countAll,
  MOST_PER_GROUP,
  type SearchOption,
  type SearchTarget,
  searchableText,
  toSections,
} from '#src/record/matches/search-options.ts';
import styles from './SearchDialog.module.css';
import { BesideMatches } from './BesideMatches.tsx';
import { SearchField } from './SearchField.tsx';
import { SearchResults } from './SearchResults.tsx';
import { forgetSearches, readRecentSearches } from './recent-searches.ts';

interface Props {
  /** What the field holds at first. */
  begunWith: () => string;
  /** Goes to a match that was chosen by key. */
  onGo: (target: SearchTarget, text: string) => void;
  /** A match was pressed, which is a link and leads there by itself. */
  onFollow: (text: string) => void;
  onClose: () => void;
}

const FIRST_PER_GROUP = 5;

/** What was searched for before, or how to begin. */
function RecentSearches({ onChoose }: { onChoose: (text: string) => void }) {
  const { t } = useI18n();
  const [searches, setSearches] = useState(readRecentSearches);
  if (searches.length === 0) return <p className={styles.none}>{t('search.start')}</p>;
  return (
    <section className={styles.recent} aria-label={t('search.recent')}>
      <p className={styles.group}>{t('search.recent')}</p>
      <ul>
        {searches.map((text) => (
          <li key={text}>
            <Button look="plain" dir="auto" onClick={() => onChoose(text)}>
              {text}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        onClick={() => {
          forgetSearches();
          setSearches([]);
        }}
      >
        {t('search.forgetRecent')}
      </Button>
    </section>
  );
}

/** How long a slow answer is waited for before the question is put anew with the text as it is by then. */
const PATIENCE_MS = 120;

interface Options {
  typed: string;
  /** The most matches of a group. */
  limit: number;
  /** While an input method composes a word, nothing is asked. */
  isComposing: boolean;
}

/**
 * Searches for what is typed: at once where nothing is on its way, so that an answer is never later than the backend
 * makes it; else as soon as the answer on its way has come, so that fast typing asks no more than can be answered. What
 * was asked before is answered from the cache. `isSettled` says whether the sections answer the text as it stands, so
 * that Enter never opens a match of an older text.
 */
function useSearch({ typed, limit, isComposing }: Options) {
  const text = searchableText(typed);
  const [asked, setAsked] = useState(text);
  const query = useQuery({
    ...searchQuery(useApi(), { q: asked, limit }),
    enabled: asked !== '',
  });
  const isBusy = query.isFetching;
  if (!isBusy && !isComposing && asked !== text) setAsked(text);
  useEffect(() => {
    if (!isBusy || isComposing) return undefined;
    const timer = setTimeout(() => setAsked(text), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isBusy, isComposing, text]);
  const isSettled =
    text === asked && (asked === '' || (!query.isPlaceholderData && !query.isPending));
  return {
    text,
    isSettled,
    query,
    sections: text === '' || query.data === undefined ? [] : toSections(query.data),
  };
}

/** The field, what it finds, and how many. */
export function SearchBox({ begunWith, onGo, onFollow, onClose }: Props) {
  const { t } = useI18n();
  const { isAsOfChosen } = useAsOf();
  const listId = useId();
  const [typed, setTyped] = useState(begunWith);
  const [limit, setLimit] = useState(FIRST_PER_GROUP);
  const [at, setAt] = useState(0);
  const [isComposing, setIsComposing] = useState(false);
  const isEnterWaiting = useRef(false);
  const { text, sections, isSettled, query } = useSearch({ typed, limit, isComposing });
  const options = sections.flatMap((section) => section.options);
  const place = Math.min(at, options.length - 1);
  const active = isSettled ? options[place] : undefined;
  const total = countAll(sections);
  const choose = ({ target }: SearchOption) => {
    if (target === null) setLimit(MOST_PER_GROUP);
    else onGo(target, text);
  };

  // Enter pressed before the answer was there opens the first match of that answer, not of an older one.
  const best = isSettled ? options[0]?.target : null;
  useEffect(() => {
    if (!best || !isEnterWaiting.current) return;
    isEnterWaiting.current = false;
    onGo(best, text);
  }, [best, onGo, text]);

  const type = (value: string) => {
    setTyped(value);
    setLimit(FIRST_PER_GROUP);
    setAt(0);
    isEnterWaiting.current = false;
  };
  const error = text === '' ? null : query.error;
  const isAnswered = text !== '' && isSettled && error === null;
  const status =
    text === '' ? '' : isSettled ? t('search.found', { count: total }) : t('search.searching');
  return (
    <>
      <div className={styles.head}>
        <SearchField
          value={typed}
          listId={listId}
          activeId={active && `${listId}-${active.key}`}
          at={place}
          count={options.length}
          onType={type}
          onComposing={(isOn) => {
            isEnterWaiting.current = false;
            setIsComposing(isOn);
          }}
          onStep={setAt}
          onEnter={() => {
            if (active !== undefined) choose(active);
            else isEnterWaiting.current = text !== '' && !isSettled;
          }}
        />
        <Button look="plain" onClick={onClose}>
          {t('app.close')}
        </Button>
      </div>
      <p className={styles.status} role="status">
        {error === null && status}
        {typed.trim().length > MAX_QUERY_LENGTH && ` ${t('search.cut', { max: MAX_QUERY_LENGTH })}`}
      </p>
      <div className={styles.body}>
        {text !== '' && <LostAnswers of={[query]} />}
        {text === '' && <RecentSearches onChoose={type} />}
        {isAnswered && <BesideMatches q={text} found={total} onTry={type} />}
        <SearchResults
          id={listId}
          sections={sections}
          active={active ?? null}
          isOutdated={!isSettled}
          q={text}
          onFollow={() => onFollow(text)}
          onShowAll={() => setLimit(MOST_PER_GROUP)}
        />
      </div>
      <p className={styles.hint}>{t(isAsOfChosen ? 'search.wholeRecord' : 'search.hint')}</p>
    </>
  );
}
