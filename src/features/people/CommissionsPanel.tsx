import type { UseQueryResult } from '@tanstack/react-query';

import { intervalOf } from '#src/api/edtf.ts';
import type { Commission, CommissionSession } from '#src/api/schemas/calendar.ts';
import { useI18n, Name } from '#src/i18n/I18nContext.tsx';
import { EvidenceMark } from '#src/record/EvidenceMark.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { ScrollingTable } from '#src/ui/ScrollingTable.tsx';
import styles from './CommissionsPanel.module.css';

/** A body's sessions, latest first. */
function SessionsTable({ commission }: { commission: Commission }) {
  const { t, name, date } = useI18n();
  const caption = t('people.sessionsTable', { name: name(commission.name) });
  return (
    <ScrollingTable caption={caption} className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('people.session')}</th>
          <th scope="col">{t('meetings.date')}</th>
          <th scope="col">{t('meetings.place')}</th>
          <th scope="col">{t('record.source')}</th>
        </tr>
      </thead>
      <tbody>
        {[...commission.sessions.entries()].toReversed().map(([at, session]) => (
          <tr key={at}>
            <th scope="row">
              {session.ordinal === null
                ? t('people.sessionUnnumbered')
                : t('people.sessionOrdinal', { ordinal: session.ordinal })}
            </th>
            <td>
              <time dateTime={session.date}>{date(intervalOf(session), 'short')}</time>
            </td>
            <td>{session.place === null ? t('meetings.noPlace') : name(session.place.name)}</td>
            <td>
              <Reference fact={session} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

/** A standing body: since when, for which fields, its sessions, and what they rest on. */
function CommissionCard({ commission }: { commission: Commission }) {
  const { t, date } = useI18n();
  const { id, name, founded, fields, sessions, sources, status, notes } = commission;
  const gaps = sessionGaps(sessions);
  return (
    <section id={`body-${id}`} className={styles.body}>
      <h3 className={styles.name}>
        <Name of={name} />
      </h3>
      <ul className={`${styles.facts} flow links small quiet`}>
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
            <FieldTag field={field} />
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

export function CommissionsPanel({ query }: { query: UseQueryResult<Commission[]> }) {
  const { t } = useI18n();
  const sessions = query.data?.reduce((sum, body) => sum + body.sessions.length, 0);
  const hasGaps = query.data?.some((body) => {
    const gaps = sessionGaps(body.sessions);
    return gaps !== null && gaps.known < gaps.last;
  });
  return (
    <Panel
      title={t('people.commissions')}
      {...(sessions !== undefined &&
        sessions > 0 && {
          lead: t(hasGaps ? 'people.commissionsLead' : 'people.commissionsWhole', { sessions }),
        })}
    >
      <QueryView query={query} height={960}>
        {(items) =>
          items.length === 0 ? (
            <p>{t('people.noCommissions')}</p>
          ) : (
            <div className={styles.list}>
              {items.map((commission) => (
                <CommissionCard key={commission.id} commission={commission} />
              ))}
            </div>
          )
        }
      </QueryView>
    </Panel>
  );
}

/**
 * How many of a body's sessions are on record, by their own numbering; null where no session has a number. Sessions
 * without a number may be among those that the numbering misses, so they are counted apart.
 */
export function sessionGaps(
  sessions: readonly Pick<CommissionSession, 'ordinal'>[],
): { known: number; last: number; unnumbered: number } | null {
  const numbers = new Set(sessions.map(({ ordinal }) => ordinal).filter((one) => one !== null));
  if (numbers.size === 0) return null;
  const unnumbered = sessions.filter(({ ordinal }) => ordinal === null).length;
  return { known: numbers.size, last: Math.max(...numbers), unnumbered };
}
