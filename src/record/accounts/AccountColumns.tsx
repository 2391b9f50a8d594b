import type { ReactNode } from 'react';

import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { sideName, type AccountColumn, type Side } from '#src/lib/accounts.ts';
import { accountColour } from '../colours.ts';
import styles from './AccountColumns.module.css';
import { sideWords } from './side-words.ts';

interface Props<Fact> {
  columns: readonly AccountColumn<Fact>[];
  /** How many facts a side has, where not all of them need have come. */
  countOf?: (side: Side) => number | undefined;
  /** What a column shows below its heading. */
  children: (column: AccountColumn<Fact>) => ReactNode;
}

const isOfSides = ({ side: { of } }: AccountColumn<unknown>) => of === 'party' || of === 'both';

/** Facts by whose accounts have them, a column for each side, the wider the more it holds: what no side has shares the last one. */
export function AccountColumns<Fact>({ columns, countOf, children }: Props<Fact>) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const places = [
    ...columns.filter(isOfSides).map((column) => [column]),
    columns.filter((column) => !isOfSides(column)),
  ];
  const factsOf = ({ side, facts }: AccountColumn<Fact>) => countOf?.(side) ?? facts.length;
  return (
    <div className={styles.columns}>
      {places
        .filter(([first]) => first !== undefined)
        .map((place) => (
          <div
            key={place.map(({ side }) => sideName(side)).join()}
            className={styles.place}
            style={{ flexGrow: place.reduce((sum, column) => sum + factsOf(column), 0) }}
          >
            {place.map((column) => {
              const { side } = column;
              return (
                <section
                  key={sideName(side)}
                  className={styles.column}
                  style={{ borderColor: accountColour(mechanism, sideName(side)) }}
                >
                  <h3 className={`${styles.heading} column-head`}>
                    {sideWords(side, mechanism, i18n)}{' '}
                    <span className={`${styles.count} small quiet`}>
                      {i18n.t('meetings.entryCount', { count: factsOf(column) })}
                    </span>
                  </h3>
                  {children(column)}
                </section>
              );
            })}
          </div>
        ))}
    </div>
  );
}
