import { memo } from 'react';

import type { Mechanism } from '#src/api/schemas/common.ts';
import { partyColour } from '#src/record/colours.ts';
import styles from './glyphs.module.css';

interface Props {
  mechanism: Mechanism;
  /** A party's id or `joint`; null where there was no host, or none is on record. */
  party: string | null;
  /** The middle. */
  x: number;
  y: number;
  /** The height, and the width unless a longer number needs more. */
  size: number;
  width?: number;
  /** `solid` as a mark of its own, `hollow` for a video meeting, `planned` for what is still to come. */
  look: 'solid' | 'hollow' | 'planned';
}

/** A party as a shape in its colour: circle, square, a diamond for both together; a hexagon in ink for neither. */
export const PartyGlyph = memo(function PartyGlyph(props: Props) {
  const { mechanism, party, x, y, size, width = size, look } = props;
  const index = mechanism.parties.findIndex(({ id }) => id === party);
  const shared = {
    className: `${styles.party} ${styles[look]}`,
    // The colour is the API's choice; how it is used is the style sheet's.
    style: {
      '--glyph': party === null ? 'var(--ink-2)' : partyColour(mechanism, party),
    } as React.CSSProperties,
  };
  if (index === 0 && width === size) return <circle {...shared} cx={x} cy={y} r={size / 2} />;
  if (index === 0 || index === 1) {
    const share = index === 0 ? 1 : 0.9;
    const [w, h] = [width * share, size * share];
    const rx = index === 0 ? h / 2 : 1.5;
    return <rect {...shared} x={x - w / 2} y={y - h / 2} width={w} height={h} rx={rx} />;
  }
  // A diamond has no flat top unless it must be wider than it is high; a hexagon has.
  const reach = (size / 2) * (party === null ? 1 : 1.12);
  const side = Math.max(width / 2, reach);
  const flat = party === null ? side - reach / 2 : side - reach;
  return (
    <path
      {...shared}
      d={`M${x - side} ${y}L${x - flat} ${y - reach}H${x + flat}L${x + side} ${y}L${x + flat} ${y + reach}H${x - flat}Z`}
    />
  );
});
