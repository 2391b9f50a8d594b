import type { ReactNode } from 'react';

import type { Meeting } from '#src/api/schemas/meetings.ts';
import type { Filters } from '#src/address/filters.ts';
import { useMeetingEvidence } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Compared, Difference } from '#src/lib/meeting-comparison.ts';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './DifferencePanel.module.css';

interface Props<T, Part> {
  title: string;
  a: Meeting;
  b: Meeting;
  difference: Difference<T, Part>;
  render: (item: T) => ReactNode;
  /** The filters under which a meeting's entries are those of an item; without them no counts are shown. */
  toFilters?: (item: T) => Partial<Filters>;
}

const CHANGES = {
  gained: { sign: '+', title: 'compare.gained' },
  dropped: { sign: '−', title: 'compare.dropped' },
  kept: { sign: '=', title: 'compare.kept' },
} as const;

/** A part of the comparison in three columns: what only the second meeting has, what only the first has, what both have, with counts of each. */
export function DifferencePanel<T, Part>(props: Props<T, Part>) {
  const { title, a, b, difference, render, toFilters } = props;
  const { t } = useI18n();
  const evidenceOf = { a: useMeetingEvidence(a), b: useMeetingEvidence(b) };
  const counts = ({ item, ...parts }: Compared<T, Part>) =>
    toFilters &&
    (['a', 'b'] as const).map((side) => {
      const count = parts[side].length;
      const { ordinal } = side === 'a' ? a : b;
      return count === 0 ? null : (
        <Link key={side} to={evidenceOf[side](toFilters(item))}>
          {t('compare.countIn', { ordinal, count })}
        </Link>
      );
    });
  const under = {
    gained: t('compare.onlyIn', { ordinal: b.ordinal }),
    dropped: t('compare.onlyIn', { ordinal: a.ordinal }),
    kept: t('compare.inBoth'),
  };
  return (
    <Panel title={title}>
      <div className={styles.columns}>
        {(['gained', 'dropped', 'kept'] as const).map((change) => (
          <section key={change} className={styles.column}>
            <h3 className={styles.heading}>
              <span aria-hidden="true" className={styles.sign}>
                {CHANGES[change].sign}
              </span>{' '}
              {t(CHANGES[change].title, { count: difference[change].length })}{' '}
              <span className={styles.under}>{under[change]}</span>
            </h3>
            {difference[change].length === 0 ? (
              <p className={styles.none}>{t('compare.none')}</p>
            ) : (
              <ul>
                {difference[change].map((compared) => (
                  <li key={compared.key} className={styles.item}>
                    <span>{render(compared.item)}</span>
                    {toFilters && <span className={styles.counts}>{counts(compared)}</span>}
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </Panel>
  );
}
