import type { ButtonHTMLAttributes } from 'react';

import styles from './Button.module.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `plain` is a word that acts; `bordered` (the default) stands out from text. */
  look?: 'bordered' | 'plain';
}

/** A button that never submits a form by accident, and that keeps the focus where a press has disabled it. */
export function Button({ look = 'bordered', className, disabled, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={disabled === true || undefined}
      onClick={disabled === true ? undefined : onClick}
      className={[styles.button, styles[look], className].filter(Boolean).join(' ')}
    />
  );
}
