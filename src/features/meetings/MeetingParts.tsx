import { useI18n } from '#src/i18n/I18nContext.tsx';
import { JumpLinks } from '#src/ui/JumpLinks.tsx';

const PARTS = [
  ['signed', 'meetings.signed'],
  ['announced', 'meetings.announced'],
  ['said', 'meetings.said'],
  ['fields', 'meetings.fields'],
  ['exchange-years', 'meetings.years'],
  ['changes', 'meetings.changesTitle'],
  ['questions', 'meetings.questionsTitle'],
  ['sources', 'meetings.sources'],
] as const;

/** The contents of a meeting's page: a long one has a hundred links before its sources. */
export function MeetingParts({ hasYears }: { hasYears: boolean }) {
  const { t } = useI18n();
  return (
    <JumpLinks
      label={t('app.partsOfPage')}
      parts={PARTS.filter(([id]) => hasYears || id !== 'exchange-years').map(([id, title]) => ({
        id,
        title: t(title),
      }))}
    />
  );
}
