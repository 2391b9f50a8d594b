import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { languageName } from '#src/i18n/language-name.ts';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
import { SourceTitle } from '#src/record/SourceTitle.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './exchange-year.module.css';

/** What the sources disagree on or leave open, and which sources these are. */
export function ExchangeYearNotes({ exchangeYear }: { exchangeYear: ExchangeYear }) {
  const { t, locale } = useI18n();
  const { notes, sources } = exchangeYear;
  return (
    <>
      {notes && (
        <Panel title={t('calendar.openQuestions')}>
          <p className={styles.notes}>
            <RecordText of={notes} />
          </p>
        </Panel>
      )}
      <Panel title={t('calendar.sources', { count: sources.length })}>
        <ul className={styles.sources}>
          {sources.map((source) => (
            <li key={source.id}>
              <span>
                <SourceTitle of={source} />
              </span>
              <span className={styles.source}>
                {languageName(source.language, locale)} <Reference fact={{ source }} />
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
