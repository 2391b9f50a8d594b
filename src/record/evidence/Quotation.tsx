import type { LocalText } from '#src/api/schemas/common.ts';
import styles from './Peek.module.css';

/** A document's own words, in their language and script. */
export function Quotation({ of: { text, lang } }: { of: LocalText }) {
  return (
    <blockquote className={styles.quote} lang={lang} dir="auto" translate="no">
      <q>{text}</q>
    </blockquote>
  );
}
