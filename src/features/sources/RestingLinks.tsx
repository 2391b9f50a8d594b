import type { SourceSummary } from '#src/api/schemas/sources.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';

const COUNTS = [
  { of: 'entries', label: 'sources.entryCount', anchor: '#entries' },
  { of: 'meetings', label: 'sources.meetingCount', anchor: '#meetings' },
  { of: 'exchangeYears', label: 'sources.yearCount', anchor: '#exchange-years' },
  { of: 'commissions', label: 'sources.commissionCount', anchor: '#commissions' },
] as const;

interface Props {
  source: Pick<SourceSummary, 'id' | (typeof COUNTS)[number]['of']>;
}

/** How much rests on a document; each number leads to the list that it counts. */
export function RestingLinks({ source }: Props) {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  const counts = COUNTS.filter(({ of }) => source[of] > 0);
  if (counts.length === 0) return <span>{t('sources.nothingRests')}</span>;
  return (
    <ul>
      {counts.map(({ of, label, anchor }) => (
        <li key={of}>
          <Link to={linkTo(paths.source(source.id), {}, anchor)}>
            {t(label, { count: source[of] })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
