import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './EntriesTable.module.css';

const NOTHING = '\u00A0';

interface Props {
  height: number;
  columns: number;
  /** True for a row that is on its way; else it is only room for rows that are out of sight. */
  isLoading?: boolean;
}

/** A row without an entry, as high as what it stands for. */
export function EmptyRow({ height, columns, isLoading = false }: Props) {
  const { t } = useI18n();
  return (
    <tr aria-hidden="true" className={styles.empty}>
      <td colSpan={columns} style={{ height }}>
        {isLoading ? t('app.loading') : NOTHING}
      </td>
    </tr>
  );
}
