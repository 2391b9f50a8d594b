import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import type { Mechanism, LocalText } from '#src/api/schemas/common.ts';
import type { Evidence } from '#src/api/schemas/sources.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import { ExternalLink } from '#src/ui/ExternalLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { EvidenceMark } from '../EvidenceMark.tsx';
import { languageName } from '#src/i18n/language-name.ts';
import { shownText, type Told, sourceTitle } from '#src/lib/shown-text.ts';
import { evidenceOf } from '#src/lib/accounts.ts';
import { useBackend } from '#src/api/BackendContext.ts';
import { toApa } from '#src/lib/cite/to-apa.ts';
import { CopyButton } from '#src/ui/controls/CopyButton.tsx';
import { shownAddress } from '#src/ui/shown-address.ts';
import styles from './Peek.module.css';
import type { PeekProps, Referred } from './PeekProvider.tsx';
import { RecordText } from '../RecordText.tsx';
import { SourceTitle } from '../SourceTitle.tsx';
import { Locator } from './Locator.tsx';
import { partyName } from '../value-words.ts';
import { CiteButton } from '../cite/CiteButton.tsx';
import type { Cited } from '../cite/cited.ts';
import { useCite } from '../cite/use-citation.ts';
import { useEntryAddress } from '../use-entry-address.ts';

/** Tells the evidence and its reference from the rest of the page. */
const isPartOf = (target: EventTarget | null, peek: HTMLElement, anchor: HTMLElement) =>
  target instanceof Node && (peek.contains(target) || anchor.contains(target));

/** True while another dialog than the one that the evidence lies in has the focus: its keys are its own. */
function isInOtherDialog(target: EventTarget | null, peek: HTMLElement): boolean {
  const dialog = target instanceof Element ? target.closest('dialog') : null;
  return dialog !== null && !dialog.contains(peek);
}

/** Lets the evidence go with Escape, a press elsewhere or the focus elsewhere; Escape takes the focus back to the reference. */
function useLetGo({ peeked: { anchor }, isPinned, control }: PeekProps) {
  const element = useRef<HTMLDivElement>(null);
  const close = () => {
    // Closed after the focus is back: its own Escape is heard by nobody else, and a Tab before it may be the last key known.
    if (element.current?.contains(document.activeElement) === true)
      anchor.focus({ preventScroll: true });
    control.close();
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const peek = element.current;
    if (event.key !== 'Escape' || peek === null || isInOtherDialog(event.target, peek)) return;
    // It closes this alone, and neither the dialog nor the panel around it.
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  const onElsewhere = useEffectEvent(({ target }: Event) => {
    const peek = element.current;
    if (isPinned || peek === null || isPartOf(target, peek, anchor)) return;
    control.close();
  });
  useEffect(() => {
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal };
    window.addEventListener('keydown', (event) => onKey(event), options);
    document.addEventListener('pointerdown', (event) => onElsewhere(event), options);
    document.addEventListener('focusin', (event) => onElsewhere(event), options);
    return () => stop.abort();
  }, []);
  return { element, close };
}

/** Says of a sentence that it is a translation, with what was written one press away. */
function Original({ of: told }: { of: Told }) {
  const { t, language, locale } = useI18n();
  if (!shownText(told, language).isTranslation) return null;
  return (
    <details className={styles.original}>
      <summary>{t('evidence.translated', { language: languageName(told.lang, locale) })}</summary>
      <p lang={told.lang} dir="auto">
        {told.text}
      </p>
    </details>
  );
}

/** Whose account a document is, in words; an id that the mechanism does not list stands for itself. */
function accountWords(reportedBy: string, mechanism: Mechanism, i18n: Translator): string {
  if (reportedBy === 'joint') return i18n.t('evidence.account-joint');
  if (reportedBy === 'third') return i18n.t('evidence.account-third');
  return i18n.t('evidence.account', { party: partyName(mechanism, reportedBy, i18n) });
}

/** One document as evidence: what it is, whose account, where in it, its own words, and the way to it. */
function EvidenceItem({ evidence }: { evidence: Evidence }) {
  const { source, locator, quote, independent, basis } = evidence;
  const i18n = useI18n();
  const { t, date, locale } = i18n;
  const { mechanism } = useRecord();
  const linkTo = useLinkTo();
  return (
    <li className={styles.item}>
      {independent !== undefined && (
        <p className="quiet">
          {t(independent ? 'evidence.independent' : 'evidence.dependent')}
          {basis !== undefined && (
            <>
              {'. '}
              {t('evidence.basis')}
              {': '}
              <RecordText of={basis} />
            </>
          )}
        </p>
      )}
      <p className="links">
        <Link to={linkTo(paths.source(source.id))}>
          <SourceTitle of={source} />
        </Link>
      </p>
      <ul className="flow quiet">
        <li translate="no">{source.publisher}</li>
        {source.publishedOn !== null && (
          <li>
            <time dateTime={source.publishedOn}>{date(source.publishedOn)}</time>
          </li>
        )}
        <li>{languageName(source.language, locale)}</li>
        {source.reportedBy !== undefined && (
          <li>{accountWords(source.reportedBy, mechanism, i18n)}</li>
        )}
        {source.copy !== undefined && <li>{t('evidence.copy')}</li>}
        {locator !== null && (
          <li>
            <Locator of={locator} />
          </li>
        )}
      </ul>
      {quote === undefined ? (
        <p className={styles.none}>{t('evidence.noQuote')}</p>
      ) : (
        <Quotation of={quote} />
      )}
      <ExternalLink href={source.url}>{t('record.openSource')}</ExternalLink>
    </li>
  );
}

/**
 * The evidence of a reference, on the platform's popover. One that was pressed for takes the focus; one that is only
 * rested on leaves it where it is.
 */
export function Peek(props: PeekProps) {
  const { peeked, isPinned, control } = props;
  const { fact, status, anchor, entry, told = entry } = peeked;
  const { t } = useI18n();
  const headingId = useId();
  const { element, close } = useLetGo(props);
  // Its reference is what it comes from: Tab goes from there into it, and from its end on in the text.
  useLayoutEffect(() => {
    const peek = element.current;
    peek?.showPopover({ source: anchor });
    return () => peek?.hidePopover();
  }, [element, anchor]);
  useLayoutEffect(() => {
    anchor.setAttribute('aria-expanded', 'true');
    return () => anchor.setAttribute('aria-expanded', 'false');
  }, [anchor]);
  useEffect(() => {
    if (peeked.isHeld) element.current?.focus({ preventScroll: true });
  }, [element, peeked]);
  const evidence = evidenceOf(fact);
  return createPortal(
    <div
      ref={element}
      popover="manual"
      role="dialog"
      tabIndex={-1}
      aria-labelledby={headingId}
      className={`${styles.peek} ${isPinned ? styles.pinned : ''} no-print`}
      onPointerEnter={control.stay}
      onPointerLeave={control.leave}
    >
      <div className={styles.header}>
        <div className={styles.words}>
          <h2 id={headingId} className={styles.title}>
            {t('evidence.title')}
          </h2>
          {status !== undefined && <EvidenceMark status={status} />}
        </div>
        <Button
          look="plain"
          className={styles.pin}
          aria-pressed={isPinned}
          onClick={control.togglePin}
        >
          {t('evidence.pin')}
        </Button>
        <Button look="plain" aria-label={t('app.close')} onClick={close}>
          ×
        </Button>
      </div>
      {evidence.length === 0 && (
        <>
          <p>{t('record.noSource')}</p>
          {fact.quote !== undefined && <Quotation of={fact.quote} />}
        </>
      )}
      <ol className={styles.evidence}>
        {/* By its place in the list: one page may be named twice, for the same place in it. */}
        {Object.entries(evidence).map(([place, one]) => (
          <EvidenceItem key={place} evidence={one} />
        ))}
      </ol>
      {told !== undefined && <Original of={told} />}
      <PeekActions peeked={peeked} />
    </div>,
    // A modal dialog makes everything outside of it inert.
    anchor.closest('dialog') ?? document.body,
  );
}

/** A document's own words, in their language and script. */
function Quotation({ of: { text, lang } }: { of: LocalText }) {
  return (
    <blockquote className={styles.quote} lang={lang} dir="auto" translate="no">
      <q>{text}</q>
    </blockquote>
  );
}

/** The way to tell of an error, where the app's configuration names one. */
function Report({ fact: { source }, entry, told }: Referred) {
  const { t } = useI18n();
  const { mechanism } = useRecord();
  const { corrections } = useBackend();
  if (corrections === null) return null;
  const id = entry?.id ?? source?.id ?? '';
  const report = {
    title: t('evidence.reportTitle', { id }),
    body: t('evidence.reportBody', {
      id,
      text: (told ?? entry ?? (source && sourceTitle(source)))?.text ?? '',
      view: shownAddress().href,
      version: mechanism.dataVersion,
    }),
  };
  return (
    <a href={reportAddress(corrections, report)} target="_blank" rel="noopener noreferrer">
      {t('evidence.report')}
    </a>
  );
}

/** What can be done with evidence: copy the way to the entry, copy or choose its citation, tell of an error. */
function PeekActions({ peeked }: { peeked: Referred }) {
  const { t } = useI18n();
  const cite = useCite();
  const addressOf = useEntryAddress();
  const { entry, fact } = peeked;
  const cited: Cited | null =
    entry !== undefined
      ? { kind: 'entry', entry }
      : fact.source === null
        ? null
        : { kind: 'source', source: fact.source };
  return (
    <div className={styles.actions}>
      {entry !== undefined && (
        <CopyButton label={t('view.copyLink')} text={() => addressOf(entry)} />
      )}
      {cited !== null && (
        <>
          <CopyButton label={t('evidence.copyCitation')} text={() => toApa(cite(cited))} />
          <CiteButton what={cited} />
        </>
      )}
      <Report {...peeked} />
    </div>
  );
}

/** The most characters of a word that an address holds: mail programs and servers cut long ones, or refuse them. */
const LONGEST = 1000;

/**
 * The address that opens a report of an error with its words already in it: a mail with subject and body, or a page that is
 * given them as `title` and `body`, as issue trackers take them. Words beyond what an address may hold are cut.
 */
export function reportAddress(
  to: string,
  { title, body }: { title: string; body: string },
): string {
  const fields = to.startsWith('mailto:') ? { subject: title, body } : { title, body };
  const words = Object.entries(fields).map(
    ([name, value]) => `${name}=${encodeURIComponent(value.slice(0, LONGEST).toWellFormed())}`,
  );
  return `${to}${to.includes('?') ? '&' : '?'}${words.join('&')}`;
}
