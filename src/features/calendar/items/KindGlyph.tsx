import { memo } from 'react';

import { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { knownOf } from '#src/api/schemas/common.ts';
import styles from './glyphs.module.css';

type Known = (typeof CalendarItemKind.options)[number];

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
  const known = knownOf(CalendarItemKind, kind);
  const paths: Record<Exclude<Known, 'event' | 'meeting'>, string> = {
    announced: `M${x - half} ${y - half}H${x + half}L${x} ${y + half}Z`,
    opening: `M${x - half * 0.8} ${y - half}L${x + half} ${y}L${x - half * 0.8} ${y + half}Z`,
    closing: `M${x + half * 0.8} ${y - half}L${x - half} ${y}L${x + half * 0.8} ${y + half}Z`,
    session: `M${x - half} ${y - half}H${x + half}V${y + half}H${x - half}Z`,
  };
  if (known === 'event') return <circle className={className} cx={x} cy={y} r={half * 0.7} />;
  if (known === 'meeting') {
    return (
      <>
        <circle className={`${styles.kind} ${styles.kindHollow}`} cx={x} cy={y} r={half} />
        <circle className={className} cx={x} cy={y} r={half * 0.35} />
      </>
    );
  }
  // A kind that is newer than this app has a shape that stands for nothing else.
  const d =
    known === null
      ? `M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`
      : paths[known];
  return <path className={className} d={d} />;
});
