import type { ReactNode } from 'react';

import type { Translator } from '#src/i18n/translator.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { reloadIfServed } from '#src/ui/waiting/lost-part.ts';
import styles from './FailurePage.module.css';

interface Props {
  /** Handed in, because the app may have failed before there was a context. */
  translator: Translator;
  title: string;
  address: string;
  reason: string;
  /** For whoever runs the site; as a text it is not translated. */
  detail: ReactNode;
  checks: readonly string[];
  /** Tries again in the page; without it the page is loaded anew. */
  onRetry?: () => void;
  isTrying?: boolean;
  /** Other ways on: where to sign in, out of a scenario that lets nothing through. */
  more?: ReactNode;
}

const reload = () => void reloadIfServed();

/** Says in full what keeps the app from showing anything: what, at which address, and what to check. */
export function FailurePage({
  translator,
  title,
  address,
  reason,
  detail,
  checks,
  onRetry = reload,
  isTrying = false,
  more,
}: Props) {
  const { t } = translator;
  return (
    <main className={styles.page}>
      <title>{t('app.documentTitle', { page: t('errors.startTitle') })}</title>
      <h1 tabIndex={-1}>{t('errors.startTitle')}</h1>
      <p className={styles.title}>{title}</p>
      <dl className={styles.facts}>
        <dt>{t('errors.addressLabel')}</dt>
        <dd>
          <code translate="no">{address}</code>
        </dd>
        <dt>{t('errors.reasonLabel')}</dt>
        <dd>
          <p>{reason}</p>
          {typeof detail === 'string' ? (
            <code className={styles.detail} translate="no" lang="en">
              {detail}
            </code>
          ) : (
            detail
          )}
        </dd>
        {checks.length > 0 && (
          <>
            <dt>{t('errors.checkLabel')}</dt>
            <dd>
              <ul className={styles.checks}>
                {checks.map((check) => (
                  <li key={check}>{check}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      <div className={styles.actions}>
        <Button onClick={onRetry} disabled={isTrying}>
          <span aria-live="polite">{t(isTrying ? 'app.loading' : 'app.retry')}</span>
        </Button>
        {more}
      </div>
    </main>
  );
}
