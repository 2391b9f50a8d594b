import type { ReactNode } from 'react';
import type { To } from 'react-router';

import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { intervalOf } from '#src/api/edtf.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { RecordText } from '#src/record/RecordText.tsx';
import { Link } from '#src/ui/Link.tsx';
import styles from './items.module.css';
import { KindGlyph } from './KindGlyph.tsx';
import { dateWords, itemTitle, itemKindWords, isHollow } from './mark-words.ts';

interface Props {
  item: CalendarItem;
  to: To;
  /** Where the surrounding list already says the date; what lasts longer still says how long. */
  isDateHidden?: boolean;
  /** Stands right behind what it is, as a reference does. */
  children?: ReactNode;
}

/** One dated thing in a line: its kind, its date as precise as it is, what it is, and where. */
export function CalendarItemLine({ item, to, isDateHidden = false, children }: Props) {
  const i18n = useI18n();
  const { t, name } = i18n;
  const { asOf } = useAsOf();
  const title = itemTitle(item, i18n);
  const belongsTo = item.text === null ? null : item.exchangeYear;
  const interval = intervalOf(item);
  const isToCome = isAfter(item.date, asOf);
  const link = (
    <Link to={to}>
      <RecordText of={title} />
    </Link>
  );
  return (
    <span className={styles.line}>
      <svg width={12} height={12} className={styles.glyph} aria-hidden="true">
        <KindGlyph kind={item.kind} x={6} y={6} size={9} isHollow={isHollow(item.date, asOf)} />
      </svg>
      <span className={styles.words}>
        <span className={`${styles.facts} flow tiny quiet`}>
          {!(isDateHidden && interval === item.date) && (
            <time dateTime={item.date}>{dateWords(item, i18n)}</time>
          )}
          <span>{itemKindWords(item.kind, { t })}</span>
          {item.place && <span>{name(item.place.name)}</span>}
          {belongsTo && <span>{name(belongsTo.name)}</span>}
          {isToCome && <span>{t('calendar.toCome')}</span>}
        </span>
        {children === undefined ? (
          link
        ) : (
          <span>
            {link} {children}
          </span>
        )}
      </span>
    </span>
  );
}
