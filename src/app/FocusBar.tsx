import { NO_FILTERS } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useChangeAddress, useChosenFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { Chip } from '#src/ui/controls/Chip.tsx';
import styles from './FocusBar.module.css';

/** What the overview is focused on, each part removable and leading to its page; nothing where there is no focus. */
export function FocusBar() {
  const { t, name, date } = useI18n();
  const { taxonomy, exchangeYears } = useRecord();
  const filters = useChosenFilters();
  const change = useChangeAddress();
  const linkTo = useLinkTo();
  const fields = taxonomy.fields.filter(({ id }) => filters.field.includes(id));
  const years = exchangeYears.filter(({ id }) => filters.exchangeYear.includes(id));
  if (fields.length + years.length + filters.meeting.length === 0) return null;
  return (
    <div className={styles.bar}>
      <span className="small quiet">{t('overview.focus')}</span>
      {filters.meeting.map((ordinal) => (
        <Chip
          key={ordinal}
          name={t('app.meetings')}
          value={t('record.meetingShort', { ordinal })}
          to={linkTo(paths.meeting(ordinal))}
          onRemove={() => change({ meeting: filters.meeting.filter((one) => one !== ordinal) })}
        />
      ))}
      {fields.map((field) => (
        <Chip
          key={field.id}
          name={t('app.fields')}
          value={name(field.name)}
          to={linkTo(paths.field(field.id))}
          onRemove={() => change({ field: filters.field.filter((id) => id !== field.id) })}
        />
      ))}
      {years.map((year) => (
        <Chip
          key={year.id}
          name={date(year.years)}
          value={name(year.name)}
          to={linkTo(paths.exchangeYear(year.id))}
          onRemove={() =>
            change({ exchangeYear: filters.exchangeYear.filter((id) => id !== year.id) })
          }
        />
      ))}
      <Button look="plain" onClick={() => change(NO_FILTERS)}>
        {t('overview.clearFocus')}
      </Button>
    </div>
  );
}
