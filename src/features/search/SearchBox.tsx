import { useEffect, useId, useState, type KeyboardEvent } from 'react';

import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/Button.tsx';
import { FailureNotice } from '#src/ui/FailureNotice.tsx';
import { RecentSearches } from './RecentSearches.tsx';
import styles from './SearchDialog.module.css';
import type { SearchOption } from './search-options.ts';
import { SearchResults } from './SearchResults.tsx';
import { useSearch } from './use-search.ts';

interface Props {
  /** Goes to a match that was chosen by key. */
  onChoose: (option: SearchOption, text: string) => void;
  /** A match was pressed, which is a link and leads there by itself. */
  onFollow: (text: string) => void;
  onClose: () => void;
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  PageDown: (at, count) => Math.min(at + 5, count - 1),
  PageUp: (at) => Math.max(at - 5, 0),
};

function NothingFound({ text }: { text: string }) {
  const { t } = useI18n();
  return (
    <div className={styles.none}>
      <p>{t('search.none', { q: text.length > 60 ? `${text.slice(0, 60)}…` : text })}</p>
      <p>{t('search.noneAdvice')}</p>
    </div>
  );
}

/** The field and what it finds: a combobox whose list is always open, moved by keys while the focus stays in the field. */
export function SearchBox({ onChoose, onFollow, onClose }: Props) {
  const { t } = useI18n();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [isEnterWaiting, setIsEnterWaiting] = useState(false);
  const { text, sections, isSettled, error, retry } = useSearch(typed);
  const options = sections.flatMap((section) => section.options);
  const active = options[Math.min(at, options.length - 1)];
  const total = sections.reduce((sum, section) => sum + section.total, 0);

  // Enter pressed before the answer was there opens the first match of that answer, not of an older one.
  const first = isEnterWaiting && isSettled ? options[0] : undefined;
  useEffect(() => {
    if (first !== undefined) onChoose(first, text);
  }, [first, onChoose, text]);

  const type = (value: string) => {
    setTyped(value);
    setAt(0);
    setIsEnterWaiting(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setAt(step(Math.min(at, options.length - 1), options.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isSettled && active !== undefined) onChoose(active, text);
      else if (text !== '') setIsEnterWaiting(!isSettled);
    }
  };
  const status =
    text === '' ? '' : isSettled ? t('search.found', { count: total }) : t('search.searching');
  return (
    <>
      <div className={styles.head}>
        <input
          type="text"
          role="combobox"
          className={styles.input}
          aria-label={t('search.label')}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active && `${listId}-${active.key}`}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
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
        {error !== null && <FailureNotice error={error} onRetry={retry} />}
        {text === '' && <RecentSearches onChoose={type} />}
        {text !== '' && isSettled && error === null && options.length === 0 && (
          <NothingFound text={text} />
        )}
        <SearchResults
          id={listId}
          sections={sections}
          active={active ?? null}
          isOutdated={!isSettled}
          onFollow={() => onFollow(text)}
        />
      </div>
      <p className={styles.hint}>{t('search.hint')}</p>
    </>
  );
}
