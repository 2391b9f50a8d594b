import { use } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { EvidenceSign } from '../EvidenceMark.tsx';
import { ImpliedSourceContext } from '../ImpliedSourceContext.ts';
import { SourceNumbersContext } from '../SourceNumbersContext.ts';
import { evidenceWords } from '../value-words.ts';
import { evidenceOf } from '#src/lib/accounts.ts';
import { Locator, locatorSign, shortLocator } from './Locator.tsx';
import { OnPaperContext, usePeek, type Referred } from './PeekProvider.tsx';
import styles from './Reference.module.css';

/** The reference as paper has it, where nothing can be pressed: the endnote's number, or the document in words. */
function OnPaper({ fact, status }: Referred) {
  const i18n = useI18n();
  const numbers = use(SourceNumbersContext);
  const evidence = evidenceOf(fact);
  return (
    <span className="quiet" aria-hidden="true">
      {Object.entries(evidence).map(([place, { source, locator }]) => {
        const { publisher, publishedOn } = source;
        const number = numbers.get(source.id);
        return (
          <span key={place}>
            {number === undefined ? (
              <>
                <span translate="no">{publisher}</span>
                {publishedOn !== null && `, ${i18n.date(publishedOn, 'short')}`}
              </>
            ) : (
              `[${number}]`
            )}
            {locator !== null && (
              <span lang="en" dir="auto">
                {' '}
                {shortLocator(locator)}
              </span>
            )}{' '}
          </span>
        );
      })}
      {evidence.length === 0 && i18n.t('record.noSource')}
      {/* Of a single source the page says once what that means. */}
      {status !== undefined && status !== 'single-source' && ` ${evidenceWords(status, i18n)}`}
    </span>
  );
}

interface Props extends Referred {
  /** True where the fact's status stands in words beside the reference. */
  hasStatusBeside?: boolean;
}

/**
 * Where a fact is written, in a few signs: the number of the document in the page's list (its publisher where the page has
 * no such list), the place in it, and how well the fact is supported, as a shape. Opens the evidence itself.
 */
export function Reference({ hasStatusBeside = false, ...referred }: Props) {
  const { fact } = referred;
  const status = hasStatusBeside ? undefined : referred.status;
  const { t } = useI18n();
  const { attach, press, rest, reach, leave } = usePeek();
  const number = use(SourceNumbersContext).get(fact.source?.id ?? '');
  const implied = use(ImpliedSourceContext);
  const [first, ...further] = evidenceOf(fact);
  const locator = first?.locator ?? null;
  const isImplied = first !== undefined && first.source.id === implied;
  return (
    <>
      <button
        ref={attach}
        type="button"
        className={`${styles.reference} tiny quiet`}
        data-reference=""
        aria-haspopup="dialog"
        aria-expanded={false}
        onClick={({ currentTarget }) => press(referred, currentTarget)}
        onPointerEnter={({ currentTarget, pointerType }) => {
          if (pointerType === 'mouse') rest(referred, currentTarget);
        }}
        onPointerLeave={({ pointerType }) => {
          if (pointerType === 'mouse') leave();
        }}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(':focus-visible')) reach(referred, currentTarget);
        }}
        onBlur={leave}
      >
        {first === undefined ? (
          <span>{t('record.noSource')}</span>
        ) : (
          <>
            <span className="visually-hidden">{t('record.source')} </span>
            {number !== undefined && !isImplied && <span className={styles.number}>{number}</span>}
            {number === undefined && (
              <span className={isImplied ? 'visually-hidden' : styles.publisher} translate="no">
                {first.source.publisher}
              </span>
            )}
          </>
        )}
        {(locator !== null || further.length > 0 || status !== undefined) && (
          <>
            <span className="visually-hidden">
              {locator !== null && (
                <>
                  , <Locator of={locator} />
                </>
              )}
              {further.length > 0 && `, ${t('record.moreEvidence', { count: further.length })}`}
              {status !== undefined && `, ${evidenceWords(status, { t })}`}
            </span>
            <span aria-hidden="true">
              {locator !== null && `${locatorSign(locator)} `}
              {further.length > 0 && `+${further.length} `}
              {status !== undefined && <EvidenceSign status={status} />}
            </span>
          </>
        )}
      </button>
      {use(OnPaperContext) && <OnPaper {...referred} />}
    </>
  );
}
