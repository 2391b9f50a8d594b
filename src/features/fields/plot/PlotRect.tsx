import type { CSSProperties, MouseEvent, PointerEvent } from 'react';
import type { To } from 'react-router';

import { Link } from '#src/ui/Link.tsx';
import { EvidenceLink } from '../evidence/EvidenceLink.tsx';
import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import styles from './PlotRect.module.css';

/** Where a mark leads: to the entries behind it, beside the view, or to another view. */
export type MarkTarget = { cell: EvidenceCell } | { to: To };

interface Props {
  /** Where it lies in the drawing, in pixels or in words of CSS: `x`, `y`, `width` and `height`. */
  place: CSSProperties;
  colour: string;
  isDimmed?: boolean;
  /** Put into words only when a pointer asks for it. */
  title: () => string;
  target: MarkTarget;
}

/**
 * A part of a bar, as a link for every way of following one; the links beside the drawing and those of the table twin are
 * the keyboard's. It takes no focus from a press either: the drawing is kept from assistive technology, and so must the
 * focus be from the drawing.
 */
export function PlotRect({ place, isDimmed = false, colour, title, target }: Props) {
  const tell = ({ currentTarget }: PointerEvent) => {
    const words = currentTarget.querySelector('title');
    if (words !== null) words.textContent = title();
  };
  const mark = (
    <rect
      className={`${styles.part} ${isDimmed ? styles.dimmed : ''}`}
      style={place}
      fill={colour}
      onPointerEnter={tell}
    >
      <title />
    </rect>
  );
  const own = { tabIndex: -1, onMouseDown: keepFocus };
  return 'cell' in target ? (
    <EvidenceLink cell={target.cell} {...own}>
      {mark}
    </EvidenceLink>
  ) : (
    <Link to={target.to} {...own}>
      {mark}
    </Link>
  );
}

const keepFocus = (event: MouseEvent) => event.preventDefault();
