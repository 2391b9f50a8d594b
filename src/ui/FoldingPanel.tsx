import { useId, useState, type ComponentProps } from 'react';

import { Panel } from './Panel.tsx';
import styles from './Panel.module.css';
import { useMedia } from './use-media.ts';
import { usePrinting } from './use-printing.ts';

/** A panel that a phone shows by its heading alone until it is asked for; a window with room, and paper, have it whole. */
export function FoldingPanel(props: ComponentProps<typeof Panel>) {
  const { title, lead, actions, note, id, children } = props;
  const headingId = useId();
  const isPhone = useMedia('screen and (max-width: 40rem)');
  const isPrinting = usePrinting();
  const [isOpen, setIsOpen] = useState(false);
  if (!isPhone || isPrinting) return <Panel {...props} />;
  return (
    <section className={styles.folding} aria-labelledby={headingId}>
      {/* The anchor itself, so that a link to it unfolds it. */}
      <details
        id={id}
        open={isOpen}
        onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      >
        <summary>
          <h2 id={headingId} className={styles.title}>
            {title}
          </h2>
        </summary>
        {lead !== undefined && <p className={`${styles.lead} measure small quiet`}>{lead}</p>}
        {actions !== undefined && <div className="actions">{actions}</div>}
        {children}
        {note !== undefined && <p className={`${styles.note} measure tiny quiet`}>{note}</p>}
      </details>
    </section>
  );
}
