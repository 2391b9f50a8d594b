import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import { isEdtfInterval } from '#src/api/edtf.ts';
import styles from './SearchDialog.module.css';
import type { SearchOption } from './search-options.ts';

interface Props {
  option: SearchOption;
  /** How many matches the option's group has. */
  total: number;
}

/** One match in words: what it is, and what tells it apart. */
export function SearchLine({ option: { type, match }, total }: Props) {
  const { t, date } = useI18n();
  if (match === null) {
    return (
      <span>
        {t(type === 'source' ? 'search.allSources' : 'search.allEntries', { count: total })}
      </span>
    );
  }
  const { name, detail, meeting } = match;
  const said = [
    ...(type === 'entry' && meeting !== null
      ? [t('record.meetingShort', { ordinal: meeting })]
      : []),
    ...(match.date === null ? [] : [date(match.date, 'short')]),
    ...(detail === null ? [] : [isEdtfInterval(detail) ? date(detail) : detail]),
  ];
  return (
    <>
      <span className={styles.name}>
        {type === 'meeting' && <>{t('record.meetingShort', { ordinal: Number(match.id) })}: </>}
        <Name of={name} />
      </span>
      {said.length > 0 && <span className={styles.detail}>{said.join(' · ')}</span>}
    </>
  );
}
