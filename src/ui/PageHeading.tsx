import { useEffect, useRef, type ReactNode } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './PageHeading.module.css';
import { useLate } from './waiting/use-late.ts';

interface Props {
  title: string;
  /** BCP 47 tag of the title, where it is not in the interface's language. */
  titleLang?: string;
  /** What the browser's tab says, where the heading itself is too long or a sentence. */
  documentTitle?: string;
  /** What stands under the title; null while it is on its way, when it keeps the room of a line. */
  lead?: ReactNode | undefined;
  actions?: ReactNode;
  /** For a title that stands over a page which fits one screen: it takes a line, and the lead one more. */
  isOneLine?: boolean;
  /** True where title and lead are sentences that come with an answer, so that they keep their room until then. */
  isFinding?: boolean;
  /** True where title and lead still state the answer to an earlier question. */
  isEarlier?: boolean;
}

const EMPTY_LINE = '\u{A0}';

/** Set by the first page that shows a heading: before that, the focus belongs to the browser. */
let headedPath: string | null = null;

/** A page's only `h1`. Going to another path moves the focus here, so that a screen reader says where the reader is. */
export function PageHeading({
  title,
  titleLang,
  documentTitle = title,
  lead,
  actions,
  isOneLine = false,
  isFinding = false,
  isEarlier = false,
}: Props) {
  const { t } = useI18n();
  const { pathname, hash } = useLocation();
  const isBackOrForward = useNavigationType() === NavigationType.Pop;
  // A link to a part of the page takes the focus there; Back and Forward lead to where the reader was on the page.
  const isToPart = hash !== '' && !isBackOrForward;
  const isLate = useLate(isEarlier);
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Where the page is scrolled to is the router's affair: on Back that is where the reader was.
    if (headedPath !== null && headedPath !== pathname && !isToPart)
      ref.current?.focus({ preventScroll: true });
    headedPath = pathname;
  }, [pathname, isToPart]);
  const look = `${styles.header} ${isFinding ? styles.finding : ''} ${isOneLine ? styles.oneLine : ''}`;
  return (
    <header className={look}>
      <title>{t('app.documentTitle', { page: documentTitle })}</title>
      <div className={`${styles.words} ${isLate ? styles.late : ''}`}>
        <h1 ref={ref} tabIndex={-1} lang={titleLang} dir={titleLang && 'auto'}>
          {title}
        </h1>
        {lead !== undefined && (
          <p className={`${styles.lead} measure quiet`}>{lead ?? EMPTY_LINE}</p>
        )}
      </div>
      {actions !== undefined && <div className="actions no-print">{actions}</div>}
    </header>
  );
}
