import type { PointerEvent } from 'react';

import styles from './PlotRect.module.css';

interface Props {
  x: number;
  y: number;
  /** Negative where the bar runs to the left of zero. */
  width: number;
  height: number;
  colour: string;
  isHollow?: boolean | undefined;
  isDimmed: boolean;
  /** Put into words only when a pointer asks for it. */
  title: () => string;
  onChosen: () => void;
}

/** A part of a bar that a pointer can choose; the links beside the drawing are the keyboard's way. */
export function PlotRect({ isHollow = false, isDimmed, colour, title, onChosen, ...box }: Props) {
  const isThere = Math.abs(box.width) > 0 && box.height > 0;
  const tell = ({ currentTarget }: PointerEvent) => {
    const words = currentTarget.firstElementChild;
    if (words !== null) words.textContent = title();
  };
  return (
    <rect
      className={`${styles.part} ${isHollow ? styles.hollow : ''} ${isDimmed ? styles.dimmed : ''}`}
      x={Math.min(box.x, box.x + box.width)}
      y={box.y}
      width={isThere ? Math.max(Math.abs(box.width), 1) : 0}
      height={box.height}
      fill={colour}
      stroke={isHollow ? colour : undefined}
      onClick={onChosen}
      onPointerEnter={tell}
    >
      <title />
    </rect>
  );
}
