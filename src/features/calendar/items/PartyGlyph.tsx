import { memo } from 'react';

import type { Mechanism } from '#src/api/schemas/common.ts';
import { partyColour } from '#src/record/colours.ts';
import styles from './glyphs.module.css';

interface Props {
  mechanism: Mechanism;
  /** A party's id; `joint`, null and anything else have the third shape. */
  party: string | null;
  x: number;
  y: number;
  size: number;
  /** `solid` as a mark of its own, `hollow` for a video meeting, `planned` for what is still to come. */
  look: 'solid' | 'hollow' | 'planned';
}

/** A party as a shape in its colour: circle, square, and a diamond for both or neither. */
export const PartyGlyph = memo(function PartyGlyph({ mechanism, party, x, y, size, look }: Props) {
  const index = mechanism.parties.findIndex(({ id }) => id === party);
  const colour = partyColour(mechanism, party ?? 'joint');
  const half = size / 2;
  const shared = {
    className: `${styles.party} ${styles[look]}`,
    // The colour is the API's choice; how it is used is the style sheet's.
    style: { '--glyph': colour } as React.CSSProperties,
  };
  if (index === 0) return <circle {...shared} cx={x} cy={y} r={half} />;
  if (index === 1) {
    const side = size * 0.9;
    return (
      <rect {...shared} x={x - side / 2} y={y - side / 2} width={side} height={side} rx={1.5} />
    );
  }
  const reach = half * 1.12;
  return (
    <path
      {...shared}
      d={`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`}
    />
  );
});
