interface Props {
  x: number;
  y: number;
  /** Negative where the bar runs to the left of zero. */
  width: number;
  height: number;
  colour: string;
  isHollow?: boolean | undefined;
  isDimmed: boolean;
  title: string;
  onChosen: () => void;
}

const DIMMED = 0.3;

/** A part of a bar that a pointer can choose; the links beside the drawing are the keyboard's way. */
export function PlotRect({ isHollow = false, isDimmed, colour, title, onChosen, ...box }: Props) {
  const isThere = Math.abs(box.width) > 0 && box.height > 0;
  return (
    <rect
      x={Math.min(box.x, box.x + box.width)}
      y={box.y}
      width={isThere ? Math.max(Math.abs(box.width), 1) : 0}
      height={box.height}
      style={{
        fill: isHollow ? `color-mix(in oklab, ${colour} 22%, var(--paper))` : colour,
        stroke: isHollow ? colour : 'none',
        opacity: isDimmed ? DIMMED : 1,
        cursor: 'pointer',
      }}
      onClick={onChosen}
    >
      <title>{title}</title>
    </rect>
  );
}
