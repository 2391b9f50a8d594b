import { useId, type ReactNode } from 'react';

import styles from './Panel.module.css';

interface Props {
  title: ReactNode;
  /** The line under the title: what is counted, in what unit, as of when. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** The line at the foot: sources and gaps. */
  note?: ReactNode;
  /** An anchor of the page. */
  id?: string;
  children: ReactNode;
}

/** A titled part of a page: set apart by space and a rule, not by a box. */
export function Panel({ title, lead, actions, note, id, children }: Props) {
  const headingId = useId();
  return (
    <section className={styles.panel} aria-labelledby={headingId} id={id}>
      <header className={styles.header}>
        <div className={styles.words}>
          <h2 id={headingId} className={styles.title}>
            {title}
          </h2>
          {lead !== undefined && <p className={`${styles.lead} measure small quiet`}>{lead}</p>}
        </div>
        {actions !== undefined && <div className="actions no-print">{actions}</div>}
      </header>
      {children}
      {note !== undefined && <p className={`${styles.note} measure tiny quiet`}>{note}</p>}
    </section>
  );
}
