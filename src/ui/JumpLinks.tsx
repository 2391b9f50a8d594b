import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './JumpLinks.module.css';

interface Props {
  /** Element ids of the page's parts, and what to call them. */
  parts: readonly { id: string; title: string }[];
  /** For a page that shows its parts at once: only who comes by keyboard is offered a way past the many links. */
  isKeyboardOnly?: boolean;
}

/** The way to a page's parts. The browser moves the focus's place along, so that Tab goes on from there. */
export function JumpLinks({ parts, isKeyboardOnly = false }: Props) {
  const { t } = useI18n();
  return (
    <nav
      aria-label={t('app.partsOfPage')}
      className={isKeyboardOnly ? styles.hidden : styles.shown}
    >
      {parts.map(({ id, title }) => (
        <a key={id} href={`#${id}`} className={`${styles.link} links`}>
          {title}
        </a>
      ))}
    </nav>
  );
}
