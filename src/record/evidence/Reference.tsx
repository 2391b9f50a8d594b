import { use, useEffect, useRef } from 'react';

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
    <span className={styles.paper} aria-hidden="true">
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

/**
 * Where a fact is written, in a few signs: the number of the document in the page's list (its publisher where the page has
 * no such list), the place in it, and how well the fact is supported, as a shape. Opens the evidence itself.
 */
export function Reference(referred: Referred) {
  const { fact, status } = referred;
  const { t } = useI18n();
  const peek = usePeek();
  const number = use(SourceNumbersContext).get(fact.source?.id ?? '');
  const implied = use(ImpliedSourceContext);
  const button = useRef<HTMLButtonElement>(null);
  const [first, ...further] = evidenceOf(fact);
  useEffect(() => {
    const anchor = button.current;
    return () => {
      if (anchor !== null) peek.drop(anchor);
    };
  }, [peek]);
  const isImplied = first !== undefined && first.source.id === implied;
  const rest = (anchor: HTMLElement) => peek.rest(referred, anchor);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.reference}
        data-reference=""
        aria-haspopup="dialog"
        aria-expanded={false}
        onClick={({ currentTarget }) => peek.press(referred, currentTarget)}
        onPointerEnter={({ currentTarget, pointerType }) => {
          if (pointerType === 'mouse') rest(currentTarget);
        }}
        onPointerLeave={({ pointerType }) => {
          if (pointerType === 'mouse') peek.leave();
        }}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(':focus-visible')) rest(currentTarget);
        }}
        onBlur={peek.leave}
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
            {first.locator !== null && (
              <>
                <span className="visually-hidden">
                  , <Locator of={first.locator} />
                </span>
                <span aria-hidden="true">{locatorSign(first.locator)}</span>
              </>
            )}
            {further.length > 0 && (
              <>
                <span className="visually-hidden">
                  , {t('record.moreEvidence', { count: further.length })}
                </span>
                <span aria-hidden="true">+{further.length}</span>
              </>
            )}
          </>
        )}
        {status !== undefined && (
          <>
            <span className="visually-hidden">, {evidenceWords(status, { t })}</span>
            <EvidenceSign status={status} />
          </>
        )}
      </button>
      {use(OnPaperContext) && <OnPaper {...referred} />}
    </>
  );
}
