import type { Commission } from '#src/api/schemas/calendar.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import { EvidenceMark } from '#src/record/EvidenceMark.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
import styles from './CommissionCard.module.css';
import { sessionGaps } from './session-gaps.ts';
import { SessionsTable } from './SessionsTable.tsx';

/** A standing body: since when, for which fields, its sessions, and what they rest on. */
export function CommissionCard({ commission }: { commission: Commission }) {
  const { t, date } = useI18n();
  const { taxonomy } = useRecord();
  const { id, name, founded, fields, sessions, sources, status, notes } = commission;
  const gaps = sessionGaps(sessions);
  return (
    <section id={`body-${id}`} className={styles.body}>
      <h3 className={styles.name}>
        <Name of={name} />
      </h3>
      <ul className={styles.facts}>
        <li>
          {founded === null
            ? t('people.foundedUnknown')
            : t('people.founded', { date: date(founded) })}
        </li>
        <li>
          <EvidenceMark status={status} />
        </li>
        {fields.map((field) => (
          <li key={field.id}>
            <FieldTag field={field} taxonomy={taxonomy} />
          </li>
        ))}
      </ul>
      {gaps !== null && <p className={styles.gaps}>{t('people.sessionsMissing', { ...gaps })}</p>}
      {sessions.length === 0 ? (
        <p className={styles.gaps}>{t('people.sessionsNone')}</p>
      ) : (
        <SessionsTable commission={commission} />
      )}
      {notes !== null && (
        <p className={styles.notes}>
          <RecordText of={notes} />
        </p>
      )}
      <details className={styles.sources}>
        <summary>
          {t('people.restsOn')}: {t('meetings.sourceCount', { count: sources.length })}
        </summary>
        <ul>
          {sources.map((source) => (
            <li key={source.id}>
              <Reference fact={{ source }} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
