import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './exchange-year.module.css';

/** What the sources disagree on or leave open, and which sources these are. */
export function ExchangeYearNotes({ exchangeYear }: { exchangeYear: ExchangeYear }) {
  const { t } = useI18n();
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
              <span lang={source.language} dir="auto">
                {source.title}
              </span>
              <span className={styles.source}>
                <Reference fact={{ source }} />
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
