import { intervalOf } from '#src/api/edtf.ts';
import type { Commission } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Reference } from '#src/record/evidence/Reference.tsx';
import styles from './SessionsTable.module.css';

/** A body's sessions, latest first. */
export function SessionsTable({ commission }: { commission: Commission }) {
  const { t, name, date } = useI18n();
  const caption = t('people.sessionsTable', { name: name(commission.name) });
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div className={styles.scroller} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('people.session')}</th>
            <th scope="col">{t('people.date')}</th>
            <th scope="col">{t('people.place')}</th>
            <th scope="col">{t('people.source')}</th>
          </tr>
        </thead>
        <tbody>
          {commission.sessions.toReversed().map((session) => (
            <tr key={`${session.ordinal ?? ''} ${session.date}`}>
              <th scope="row">
                {session.ordinal === null
                  ? t('people.sessionUnnumbered')
                  : t('people.sessionOrdinal', { ordinal: session.ordinal })}
              </th>
              <td>
                <time dateTime={session.date}>{date(intervalOf(session), 'short')}</time>
              </td>
              <td>{session.place === null ? t('people.noPlace') : name(session.place.name)}</td>
              <td>
                <Reference fact={session} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
