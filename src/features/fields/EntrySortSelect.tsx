import { useId } from 'react';

import { CHOICES, useChoice } from '#src/filters/choices.ts';
import type { MessageKey } from '#src/i18n/messages.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { ENTRY_COLUMN_NAMES } from './entry-columns.ts';
import styles from './EntrySortSelect.module.css';

/** The name of the column that a sort key is about. */
function columnKey(option: string): MessageKey {
  const column = ENTRY_COLUMN_NAMES.find((name) => name === option.replace('-', ''));
  return `fields.column-${column ?? 'meeting'}`;
}

/** The order of the entries where the table's heads are out of sight; newest first is the default. */
export function EntrySortSelect() {
  const { t } = useI18n();
  const [sort, setSort] = useChoice('entrySort');
  const id = useId();
  const words = (option: (typeof CHOICES.entrySort)[number]) =>
    option.startsWith('-')
      ? t('fields.sortDown', { column: t(columnKey(option)) })
      : t('fields.sortUp', { column: t(columnKey(option)) });
  return (
    <span className={styles.sort}>
      <label htmlFor={id}>{t('fields.order')}</label>
      <select
        id={id}
        value={sort}
        onChange={(event) => {
          const chosen = CHOICES.entrySort.find((option) => option === event.target.value);
          if (chosen !== undefined) setSort(chosen);
        }}
      >
        {CHOICES.entrySort.map((option) => (
          <option key={option} value={option}>
            {words(option)}
          </option>
        ))}
      </select>
    </span>
  );
}
