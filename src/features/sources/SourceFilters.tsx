import type { SourceList } from '#src/api/schemas/sources.ts';
import { CHOICES } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { languageName } from '#src/i18n/language-name.ts';
import { Chip } from '#src/ui/controls/Chip.tsx';
import { LabelledText } from '#src/ui/controls/DelayedTextField.tsx';
import { OneOrAll, SelectOne } from '#src/ui/controls/SelectOne.tsx';
import styles from './SourceFilters.module.css';
import type { SourceChoices } from './use-source-choices.ts';

interface Props {
  choices: SourceChoices;
  /** Null until the first answer tells which languages there are. */
  languages: SourceList['languages'] | null;
}

function LanguageSelect({ choices, languages }: Props) {
  const { t, locale } = useI18n();
  const { language, setLanguage } = choices;
  const listed = (languages ?? []).map(({ language: tag, sources: count }) => ({
    value: tag,
    label: t('sources.languageOption', { language: languageName(tag, locale), count }),
  }));
  const isListed = language === null || listed.some(({ value }) => value === language);
  return (
    <OneOrAll
      isLabelAbove
      label={t('app.language')}
      all={t('sources.allLanguages')}
      options={[
        ...(isListed ? [] : [{ value: language, label: languageName(language, locale) }]),
        ...listed,
      ]}
      value={language}
      onChange={setLanguage}
    />
  );
}

/** Search, language and order of the list of documents. */
export function SourceFilters({ choices, languages }: Props) {
  const { t } = useI18n();
  const { q, setQ, sort, setSort, meeting, setMeetings } = choices;
  return (
    <search className={`${styles.filters} no-print`}>
      <LabelledText className={styles.text} label={t('sources.search')} value={q} onChange={setQ} />
      <LanguageSelect choices={choices} languages={languages} />
      <SelectOne
        isLabelAbove
        label={t('sources.sort')}
        options={CHOICES.sourceSort.map((value) => ({ value, label: t(`sources.sort-${value}`) }))}
        value={sort}
        onChange={setSort}
      />
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
