import { ApiError } from '#src/api/errors.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '../controls/Button.tsx';
import { failureWords } from './failure-words.ts';
import { isPartLost, reloadIfServed } from './lost-part.ts';
import { Notice } from './Notice.tsx';
import { SignIn } from './SignIn.tsx';
import { useAgo } from './use-ago.ts';

interface Props {
  error: unknown;
  onRetry?: () => void;
  /** True where an earlier answer is still on screen below. */
  hasEarlierAnswer?: boolean;
}

/** True for what the app asks for again by itself until it comes. */
const isAskedAgain = (error: unknown) => error instanceof ApiError && error.isTransient;

/** Stands by an answer that was kept from an earlier visit; why it stands in, the page says once for all of them. */
function KeptAnswer({ at }: { at: number }) {
  const { t } = useI18n();
  return <Notice tone="warn">{t('errors.keptAnswer', { ago: useAgo(at) })}</Notice>;
}

/** Says what failed, what still stands, and offers the step that may help. */
export function FailureNotice({ error, onRetry, hasEarlierAnswer = false }: Props) {
  const i18n = useI18n();
  if (error instanceof ApiError && error.keptAt !== null) return <KeptAnswer at={error.keptAt} />;
  const { title, advice, detail } = failureWords(error, i18n);
  const isSignedOut = error instanceof ApiError && error.kind === 'signed-out';
  // A browser may keep the failure of a script for as long as the page stands: only a load asks again for sure.
  const retry = async () => {
    if (!isPartLost(error) || !(await reloadIfServed())) onRetry?.();
  };
  return (
    <Notice
      tone="error"
      isUrgent
      title={title}
      actions={
        onRetry && (
          <>
            {isSignedOut && <SignIn />}
            <Button onClick={() => void retry()}>{i18n.t('app.retry')}</Button>
          </>
        )
      }
    >
      <p>{advice}</p>
      {isAskedAgain(error) && <p>{i18n.t('errors.asksAgain')}</p>}
      {hasEarlierAnswer && <p>{i18n.t('errors.earlierAnswerStands')}</p>}
      <details>
        <summary>{i18n.t('errors.details')}</summary>
        <code translate="no" className="tiny" lang="en">
          {detail}
        </code>
      </details>
    </Notice>
  );
}
