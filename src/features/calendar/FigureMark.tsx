import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { Link, type To } from 'react-router';

import type { FigureStage } from './figure-stage.ts';
import styles from './figure.module.css';

interface Props {
  stage: FigureStage;
  /** Unique in the drawing. */
  id: string;
  tabIndex: 0 | -1;
  words: string;
  /** What a pointer hits and the focus ring surrounds. */
  box: { x: number; y: number; width: number; height: number };
  /** Where the mark leads; a mark without lists what it stands for. */
  to: To | null;
  isSelected?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** One thing in the drawing that can be pointed at, reached by keyboard and opened. */
export function FigureMark(props: Props) {
  const { stage, id, tabIndex, words, box, to, isSelected = false } = props;
  const shared = {
    'data-mark': id,
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
      {/* The name says it all; what is drawn would only be said twice. */}
      <g aria-hidden="true">{props.children}</g>
      <rect className={styles.hit} {...box} />
      <rect className={styles.ring} {...box} rx={3} />
    </>
  );
  if (to !== null) {
    return (
      <Link
        {...shared}
        to={to}
        onKeyDown={stage.keys.onKeyDown}
        // A link that only changes the address's filters keeps the reader's place.
        preventScrollReset={typeof to === 'object' && to.pathname === undefined}
        {...(isSelected && { 'aria-current': 'true' as const })}
      >
        {content}
      </Link>
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
