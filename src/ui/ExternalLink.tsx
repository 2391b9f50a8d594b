import type { ReactNode } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';

interface Props {
  /** An address of the record. Anything but `http:` and `https:` is shown as text, so that no address runs a script. */
  href: string;
  /** BCP 47 tag of the link's text, where it differs from the interface's language. */
  lang?: string;
  children: ReactNode;
}

/** A link that leaves the app, in a new tab, without telling the other side where from. */
export function ExternalLink({ href, lang, children }: Props) {
  const { t } = useI18n();
  if (!/^https?:\/\//i.test(href))
    return (
      <span lang={lang} dir={lang && 'auto'}>
        {children}
      </span>
    );
  return (
    <a href={href} lang={lang} dir={lang && 'auto'} target="_blank" rel="noopener noreferrer">
      {children}
      <span className="visually-hidden"> {t('app.opensInNewTab')}</span>
    </a>
  );
}
