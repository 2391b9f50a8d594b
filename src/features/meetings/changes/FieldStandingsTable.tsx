import type { FieldList } from '#src/api/schemas/common.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useMeetingEvidence } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { groupColour } from '#src/record/colours.ts';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { Link } from '#src/ui/Link.tsx';
import type { FieldStanding } from './field-standing.ts';
import styles from './FieldStandingsPanel.module.css';

interface Props {
  standings: readonly FieldStanding[];
  meeting: Meeting;
  taxonomy: FieldList;
}

/** Paper says it shorter: there the rows run on as one list. */
function ScreenOrPaper({ screen, paper }: { screen: string; paper: string }) {
  return (
    <>
      <span className={styles.onScreen}>{screen}</span>
      <span className={styles.onPaper}>{paper}</span>
    </>
  );
}

/** A table whose rows are also bars: the count of this meeting, with a tick at the mechanism's mean. */
export function FieldStandingsTable({ standings, meeting, taxonomy }: Props) {
  const { t, number } = useI18n();
  const evidence = useMeetingEvidence(meeting);
  const scale = Math.max(
    ...standings.map(({ entries, average }) => Math.max(entries, average ?? 0)),
  );
  const mean = (value: number) => number(value, { maximumFractionDigits: 1 });
  const share = (value: number) => `${(100 * value) / scale}%`;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('meetings.fieldsTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('meetings.field')}</th>
          <td className={styles.barHead} aria-hidden="true" />
          <th scope="col">{t('meetings.here')}</th>
          <th scope="col">{t('meetings.mean')}</th>
          <th scope="col" className={styles.roomy}>
            {t('meetings.occursIn')}
          </th>
        </tr>
      </thead>
      <tbody>
        {standings.map(({ field, entries, average, meetings }, index) => (
          <tr key={field.id}>
            <th scope="row">
              <FieldTag field={field} taxonomy={taxonomy} />
            </th>
            <td className={styles.barCell} aria-hidden="true">
              <div
                className={styles.bar}
                style={{ width: share(entries), background: groupColour(taxonomy, field.group) }}
              />
              {average !== null && (
                <div className={styles.tick} style={{ insetInlineStart: share(average) }} />
              )}
            </td>
            <td className={styles.number}>
              <Link to={evidence({ field: [field.id] })}>
                <ScreenOrPaper
                  screen={t('meetings.entryCount', { count: entries })}
                  paper={number(entries)}
                />
              </Link>
            </td>
            <td className={styles.number}>
              {average === null ? (
                '–'
              ) : (
                <ScreenOrPaper
                  screen={mean(average)}
                  paper={`(${index === 0 ? t('meetings.meanIs', { value: mean(average) }) : mean(average)})`}
                />
              )}
            </td>
            <td className={`${styles.number} ${styles.roomy}`}>
              {meetings === null ? '–' : t('meetings.meetingCount', { count: meetings })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
