import type { ComponentProps } from 'react';

import type { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { KindGlyph } from './KindGlyph.tsx';
import styles from './StripMark.module.css';
import { isHollow } from './mark-words.ts';

interface Dated {
  kind: CalendarItemKind;
  date: string;
}

interface Props extends Omit<ComponentProps<typeof Link>, 'children'> {
  items: readonly Dated[];
  asOf: string;
}

/** A mark on a strip of days or months: the shape of the one thing that is there, or how many there are. */
export function StripMark({ items, asOf, className = '', ...link }: Props) {
  return (
    <Link {...link} className={`${styles.mark} ${className}`}>
      <Shape items={items} asOf={asOf} />
    </Link>
  );
}

/** What lies under the marks where the strip is still to come: hatched. */
export function ToCome(props: Pick<ComponentProps<'span'>, 'className' | 'style'>) {
  const { className = '', style } = props;
  return <span className={`${styles.toCome} ${className}`} style={style} />;
}

function Shape({ items, asOf }: Pick<Props, 'items' | 'asOf'>) {
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
        isHollow={isHollow(first.date, asOf)}
      />
    </svg>
  );
}
