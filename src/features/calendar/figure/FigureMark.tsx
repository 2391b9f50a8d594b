import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import type { To } from 'react-router';

import { KEEPS_PLACE } from '#src/ui/LinksContext.tsx';
import type { FigureStage } from './figure-stage.ts';
import styles from './figure.module.css';

interface Props {
  stage: FigureStage;
  /** Unique in the drawing. */
  id: string;
  tabIndex: 0 | -1;
  words: string;
  /** The mark's own origin. While zooming it alone changes, and so only one attribute of each mark. */
  at: { x: number; y: number };
  /** What a pointer hits and the focus ring surrounds, from the mark's origin, as are the children. */
  box: { x: number; y: number; width: number; height: number };
  /** Where the mark leads; a mark without lists what it stands for. */
  to: To | null;
  isSelected?: boolean;
  className?: string | undefined;
  /** Shapes, and text hidden from screen readers: the words say it all, and it would only be said twice. */
  children: ReactNode;
}

/** One thing in the drawing that can be pointed at, reached by keyboard and opened. */
export function FigureMark(props: Props) {
  const { stage, id, tabIndex, words, at, box, to, isSelected = false } = props;
  const shared = {
    'data-mark': id,
    transform: `translate(${at.x} ${at.y})`,
    tabIndex,
    'aria-label': words,
    className: [styles.mark, isSelected && styles.selected, props.className]
      .filter(Boolean)
      .join(' '),
    onFocus: (event: FocusEvent) => {
      stage.keys.onFocus(event);
      stage.onPoint(words);
    },
    onPointerEnter: () => stage.onPoint(words),
  };
  const content = (
    <>
      {props.children}
      <rect className={styles.ring} {...box} rx={3} />
    </>
  );
  if (to !== null) {
    return (
      <a
        {...shared}
        href={stage.hrefOf(to)}
        onClick={stage.follow}
        onKeyDown={stage.keys.onKeyDown}
        {...(typeof to === 'object' && to.pathname === undefined && KEEPS_PLACE)}
        {...(isSelected && { 'aria-current': 'true' as const })}
      >
        {content}
      </a>
    );
  }
  const openOnKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') {
      stage.keys.onKeyDown(event);
      return;
    }
    event.preventDefault();
    stage.onOpen(id);
  };
  return (
    <g
      {...shared}
      role="button"
      aria-expanded={stage.openKey === id}
      onClick={() => stage.onOpen(id)}
      onKeyDown={openOnKey}
    >
      {content}
    </g>
  );
}
