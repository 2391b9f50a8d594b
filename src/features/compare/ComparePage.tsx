import { useParameter } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { CitationTags } from '#src/record/cite/CitationTags.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { parsePair } from './compared-pair.ts';
import { ComparisonPanel } from './ComparisonPanel.tsx';
import { PairPicker } from './PairPicker.tsx';

/** Two meetings side by side: what came, what went, what stayed. Which two, and in which order, the address says. */
export function ComparePage() {
  const { t } = useI18n();
  const { meetings, hasAllMeetings } = useRecord();
  const [first] = useParameter('a');
  const [second] = useParameter('b');
  const pair = parsePair(
    { a: first, b: second },
    meetings.map(({ ordinal }) => ordinal),
  );
  if (pair === null) {
    return (
      <PageHeading
        title={t('compare.title')}
        // Without the whole list nobody can say how many there are.
        {...(hasAllMeetings && { lead: t('compare.tooFew', { count: meetings.length }) })}
      />
    );
  }
  const { a, b, replaced } = pair;
  const title = t('compare.pageTitle', {
    a: t('record.meetingShort', { ordinal: a }),
    b: t('record.meetingShort', { ordinal: b }),
  });
  return (
    <>
      <PageHeading title={t('compare.title')} documentTitle={title} lead={t('compare.lead')} />
      <CitationTags what={{ kind: 'page', id: `compare-${a}-${b}`, title }} />
      {replaced.length > 0 && (
        <Notice tone="warn">
          {replaced.map(({ side, text, ordinal }) => (
            <p key={side}>
              {text === null
                ? t('compare.nearestOfNone', { ordinal })
                : t('compare.nearest', { text, ordinal })}
            </p>
          ))}
        </Notice>
      )}
      <PairPicker a={a} b={b} />
      {a === b && <Notice tone="info">{t('compare.same')}</Notice>}
      <PanelBoundary>
        <ComparisonPanel a={a} b={b} />
      </PanelBoundary>
    </>
  );
}
