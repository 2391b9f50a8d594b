import { useChangeFilters, useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/as-of.ts';
import styles from './FilterBar.module.css';

/** The first and the last meeting that count. The address holds their dates, so a year can be typed there as well. */
export function MeetingRange() {
  const { t, date } = useI18n();
  const { meetings, filters, asOf } = useView();
  const change = useChangeFilters();
  const held = meetings.filter((meeting) => !isAfter(meeting.date, asOf)).toReversed();
  const ends = [
    { end: 'from', value: filters.from },
    { end: 'to', value: filters.to },
  ] as const;
  return (
    <fieldset className={styles.range}>
      <legend className="visually-hidden">{t('filters.range')}</legend>
      {ends.map(({ end, value }) => (
        <label key={end}>
          <span>{t(`filters.${end}`)}</span>
          <select
            value={value ?? ''}
            onChange={(event) => change({ [end]: event.target.value || null })}
          >
            <option value="">{t(`filters.${end}Any`)}</option>
            {value !== null && !held.some((meeting) => meeting.date === value) && (
              <option value={value}>{date(value)}</option>
            )}
            {held.map((meeting) => (
              <option key={meeting.ordinal} value={meeting.date}>
                {t('filters.meetingOption', {
                  ordinal: meeting.ordinal,
                  date: date(meeting.date, 'short'),
                })}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
