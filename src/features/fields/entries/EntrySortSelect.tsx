import { useParameter } from '#src/address/use-address.ts';
import { CHOICES, ENTRY_COLUMN_NAMES, type EntryColumn } from '#src/address/parameters.ts';
import type { MessageKey } from '#src/i18n/messages.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { SelectOne } from '#src/ui/controls/SelectOne.tsx';
import styles from './EntrySortSelect.module.css';

/** The column that a sort key is about. */
function columnOf(option: string): EntryColumn {
  return ENTRY_COLUMN_NAMES.find((name) => name === option.replace('-', '')) ?? 'meeting';
}

const columnKey = (option: string): MessageKey => `fields.column-${columnOf(option)}`;

/** The order of the entries where no head of the table shows it; newest first is the default. */
export function EntrySortSelect() {
  const { t } = useI18n();
  const [sort, setSort] = useParameter('entrySort');
  const [columns] = useParameter('columns');
  const [arrange] = useParameter('arrange');
  const words = (option: (typeof CHOICES.entrySort)[number]) =>
    option.startsWith('-')
      ? t('fields.sortDown', { column: t(columnKey(option)) })
      : t('fields.sortUp', { column: t(columnKey(option)) });
  if (arrange === 'account') return null;
  return (
    <span className={columns.includes(columnOf(sort)) ? styles.sort : styles.needed}>
      <SelectOne
        label={t('fields.order')}
        value={sort}
        onChange={setSort}
        options={CHOICES.entrySort.map((option) => ({ value: option, label: words(option) }))}
      />
    </span>
  );
}
