import { memo } from 'react';

import type { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import styles from './glyphs.module.css';

interface Props {
  kind: CalendarItemKind;
  x: number;
  y: number;
  size: number;
  /** Drawn as an outline: known to the month or the year only, or still to come. */
  isHollow?: boolean;
}

/** Each kind of dated thing has a shape of its own, all in ink, so that none is told apart by colour. */
export const KindGlyph = memo(function KindGlyph({ kind, x, y, size, isHollow = false }: Props) {
  const half = size / 2;
  const className = `${styles.kind} ${isHollow ? styles.kindHollow : ''}`;
  const paths: Record<Exclude<CalendarItemKind, 'event' | 'meeting'>, string> = {
    announced: `M${x - half} ${y - half}H${x + half}L${x} ${y + half}Z`,
    opening: `M${x - half * 0.8} ${y - half}L${x + half} ${y}L${x - half * 0.8} ${y + half}Z`,
    closing: `M${x + half * 0.8} ${y - half}L${x - half} ${y}L${x + half * 0.8} ${y + half}Z`,
    session: `M${x - half} ${y - half}H${x + half}V${y + half}H${x - half}Z`,
  };
  if (kind === 'event') return <circle className={className} cx={x} cy={y} r={half * 0.7} />;
  if (kind === 'meeting') {
    return (
      <>
        <circle className={`${styles.kind} ${styles.kindHollow}`} cx={x} cy={y} r={half} />
        <circle className={className} cx={x} cy={y} r={half * 0.35} />
      </>
    );
  }
  return <path className={className} d={paths[kind]} />;
});
