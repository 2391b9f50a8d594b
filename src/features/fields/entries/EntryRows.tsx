import { Fragment } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import { useParameter } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './EntriesTable.module.css';
import { EntryRow } from './EntryRow.tsx';
import type { useRowWindow } from './use-row-window.ts';

const NOTHING = '\u00A0';

interface EmptyProps {
  height: number;
  columns: number;
  /** True for a row that is on its way; else it is only room for rows that are out of sight. */
  isLoading?: boolean;
}

/** A row without an entry, as high as what it stands for. */
function EmptyRow({ height, columns, isLoading = false }: EmptyProps) {
  const { t } = useI18n();
  return (
    <tr aria-hidden="true" className={styles.empty}>
      <td colSpan={columns} style={{ height }}>
        {isLoading ? t('app.loading') : NOTHING}
      </td>
    </tr>
  );
}

interface Props {
  near: ReturnType<typeof useRowWindow>;
  entryAt: (row: number) => Entry | undefined;
  words: string;
  selected: number;
}

/** The rows that are drawn, with room in place of those that are not. */
export function EntryRows({ near, entryAt, words, selected }: Props) {
  const [columns] = useParameter('columns');
  const { rows, top, height, first, measure } = near;
  /** The one row that Tab stops at; from there, arrow keys go on. */
  const stop = selected >= 0 ? selected : first;
  const end = (rows.at(-1)?.end ?? top) - top;
  return (
    <>
      {rows.map((row, place) => {
        const entry = entryAt(row.index);
        const room = row.start - (rows[place - 1]?.end ?? top);
        return (
          <Fragment key={row.key}>
            {room > 0 && <EmptyRow height={room} columns={columns.length} />}
            {entry === undefined ? (
              <EmptyRow height={row.size} columns={columns.length} isLoading />
            ) : (
              <EntryRow
                ref={measure}
                entry={entry}
                columns={columns}
                words={words}
                row={row.index}
                isSelected={row.index === selected}
                isStop={row.index === stop}
              />
            )}
          </Fragment>
        );
      })}
      {height > end && <EmptyRow height={height - end} columns={columns.length} />}
    </>
  );
}
