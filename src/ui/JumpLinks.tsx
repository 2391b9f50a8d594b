import styles from './JumpLinks.module.css';

interface Props {
  label: string;
  /** Element ids of the page's parts, and what to call them. */
  parts: readonly { id: string; title: string }[];
  /** For a page that shows its parts at once: only who comes by keyboard is offered a way past the many links. */
  isKeyboardOnly?: boolean;
}

/** The way to a page's parts. The browser moves the focus's place along, so that Tab goes on from there. */
export function JumpLinks({ label, parts, isKeyboardOnly = false }: Props) {
  return (
    <nav aria-label={label} className={isKeyboardOnly ? styles.hidden : styles.shown}>
      {parts.map(({ id, title }) => (
        <a key={id} href={`#${id}`} className={styles.link}>
          {title}
        </a>
      ))}
    </nav>
  );
}
