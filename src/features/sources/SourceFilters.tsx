import { useId } from 'react';

import type { SourceList } from '#src/api/schemas/sources.ts';
import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import { CHOICES } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { languageName } from '#src/i18n/language-name.ts';
import { Chip } from '#src/ui/controls/Chip.tsx';
import { DelayedTextField } from '#src/ui/controls/DelayedTextField.tsx';
import styles from './SourceFilters.module.css';
import type { SourceChoices } from './use-source-choices.ts';

interface Props {
  choices: SourceChoices;
  /** Null until the first answer tells which languages there are. */
  languages: SourceList['languages'] | null;
}

function LanguageSelect({ choices, languages }: Props) {
  const { t, locale } = useI18n();
  const id = useId();
  const { language, setLanguage } = choices;
  const options = languages ?? [];
  const isListed = language === null || options.some((option) => option.language === language);
  return (
    <p className={styles.control}>
      <label htmlFor={id}>{t('app.language')}</label>
      <select
        id={id}
        value={language ?? ''}
        onChange={({ target }) => setLanguage(target.value === '' ? null : target.value)}
      >
        <option value="">{t('sources.allLanguages')}</option>
        {!isListed && <option value={language}>{languageName(language, locale)}</option>}
        {options.map((option) => (
          <option key={option.language} value={option.language}>
            {t('sources.languageOption', {
              language: languageName(option.language, locale),
              count: option.sources,
            })}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Search, language and order of the list of documents. */
export function SourceFilters({ choices, languages }: Props) {
  const { t } = useI18n();
  const id = useId();
  const { q, setQ, sort, setSort, meeting, setMeetings } = choices;
  return (
    <search className={`${styles.filters} no-print`}>
      <p className={`${styles.control} ${styles.text}`}>
        <label htmlFor={`${id}q`}>{t('sources.search')}</label>
        <DelayedTextField id={`${id}q`} value={q} onChange={setQ} maxLength={MAX_QUERY_LENGTH} />
      </p>
      <LanguageSelect choices={choices} languages={languages} />
      <p className={styles.control}>
        <label htmlFor={`${id}sort`}>{t('sources.sort')}</label>
        <select
          id={`${id}sort`}
          value={sort}
          onChange={(event) => {
            const chosen = CHOICES.sourceSort.find((option) => option === event.target.value);
            if (chosen !== undefined) setSort(chosen);
          }}
        >
          {CHOICES.sourceSort.map((option) => (
            <option key={option} value={option}>
              {t(`sources.sort-${option}`)}
            </option>
          ))}
        </select>
      </p>
      {meeting.map((ordinal) => (
        <Chip
          key={ordinal}
          name={t('meetings.meeting')}
          value={String(ordinal)}
          onRemove={() => setMeetings(meeting.filter((other) => other !== ordinal))}
        />
      ))}
    </search>
  );
}
