import type { ButtonHTMLAttributes } from 'react';

import styles from './Button.module.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `plain` is a word that acts; `bordered` (the default) stands out from text. */
  look?: 'bordered' | 'plain';
}

/** A button that never submits a form by accident. */
export function Button({ look = 'bordered', className, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={[styles.button, styles[look], className].filter(Boolean).join(' ')}
    />
  );
}
