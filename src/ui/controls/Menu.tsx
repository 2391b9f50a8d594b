import { useId, type ReactNode } from 'react';

import { Button } from './Button.tsx';
import styles from './Menu.module.css';

interface Props {
  label: string;
  disabled?: boolean;
  /** True where the button says by its place beside another what it opens, and has only its sign. */
  isLabelHidden?: boolean;
  children: ReactNode;
}

/**
 * What is chosen now and then, behind one button. The browser opens it over the page, and closes it at Escape, with the
 * focus back on the button, or at a press elsewhere.
 */
export function Menu({ label, disabled = false, isLabelHidden = false, children }: Props) {
  const id = useId();
  return (
    <>
      <Button
        disabled={disabled}
        className={isLabelHidden ? styles.sign : styles.button}
        title={isLabelHidden ? label : undefined}
        popoverTarget={disabled ? undefined : id}
      >
        {isLabelHidden ? <span className="visually-hidden">{label}</span> : label}
      </Button>
      <div id={id} popover="auto" role="group" aria-label={label} className={styles.list}>
        {children}
      </div>
    </>
  );
}
