import { useValue } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { JumpLinks } from '#src/ui/JumpLinks.tsx';

const ENTRIES = {
  kind: [
    ['signed', 'meetings.signed'],
    ['announced', 'meetings.announced'],
    ['said', 'meetings.said'],
  ],
  account: [['accounts', 'accounts.arrange-account']],
} as const;
const REST = [
  ['fields', 'meetings.fields'],
  ['exchange-years', 'record.exchangeYears'],
  ['changes', 'meetings.changesTitle'],
  ['questions', 'meetings.questionsTitle'],
  ['sources', 'app.sources'],
] as const;

/** The contents of a meeting's page: a long one has a hundred links before its sources. */
export function MeetingParts({ hasYears }: { hasYears: boolean }) {
  const { t } = useI18n();
  const arrange = useValue('arrange');
  const parts = [...ENTRIES[arrange], ...REST];
  return (
    <JumpLinks
      parts={parts
        .filter(([id]) => hasYears || id !== 'exchange-years')
        .map(([id, title]) => ({ id, title: t(title) }))}
    />
  );
}
