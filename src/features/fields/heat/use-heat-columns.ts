import { useMemo } from 'react';

import { yearsOf } from '#src/api/edtf.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { useCloselyCoded } from '#src/record/use-closely-coded.ts';
import { partName } from '../series/dimension-words.ts';
import type { FieldSeries } from '../series/field-series.ts';
import { readWords, unreadWords } from '../series/read-words.ts';

/** The names of the columns; a meeting's with its date. */
export function useHeatColumns({ columns, by }: FieldSeries) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const closely = useCloselyCoded();
  return useMemo(
    () =>
      columns.map((column) => {
        const { key, date, sources: count } = column;
        const words = partName(by, key, mechanism, i18n);
        const head = date === undefined ? words : `${words}, ${i18n.date(date, 'short')}`;
        const mark = by === 'meeting' && closely.has(Number(key)) ? '*' : '';
        const told = readWords(column, mechanism, i18n);
        const unread = unreadWords(column, mechanism, i18n).join(' ');
        const read = told === null || count === undefined ? null : { count, words: told, unread };
        const year = date === undefined ? null : (yearsOf(date)[0] ?? null);
        return { key, mark, year, words, head, read };
      }),
    [columns, by, mechanism, closely, i18n],
  );
}
