import { precisionOf } from '#src/api/edtf.ts';
import type { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { KindGlyph } from './KindGlyph.tsx';
import styles from './glyphs.module.css';

/** What a mark on a strip of days or months shows: the shape of the one thing that is there, or how many there are. */
export function StripMark({
  items,
  asOf,
}: {
  items: readonly { kind: CalendarItemKind; date: string }[];
  asOf: string;
}) {
  const { number } = useI18n();
  const [first] = items;
  if (first === undefined) return null;
  if (items.length > 1)
    return (
      <span className={styles.count} aria-hidden="true">
        {number(items.length, { notation: 'compact' })}
      </span>
    );
  return (
    <svg width={13} height={13} aria-hidden="true">
      <KindGlyph
        kind={first.kind}
        x={6.5}
        y={6.5}
        size={10}
        isHollow={precisionOf(first.date) !== 'day' || isAfter(first.date, asOf)}
      />
    </svg>
  );
}
