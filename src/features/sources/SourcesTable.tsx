import type { SourceSummary } from '#src/api/schemas/sources.ts';
import type { Choice } from '#src/address/parameters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { languageName } from '#src/i18n/language-name.ts';
import { sourceTitle } from '#src/lib/shown-text.ts';
import { SourceTitle } from '#src/record/SourceTitle.tsx';
import { Link } from '#src/ui/Link.tsx';
import styles from './SourcesTable.module.css';

type Sort = Choice<'sourceSort'>;

interface Props {
  sources: readonly SourceSummary[];
  caption: string;
  sort: Sort;
}

const COLUMNS = ['title', 'publisher', 'date', 'language', 'rests'] as const;
const SORTED_BY: Partial<Record<Sort, (typeof COLUMNS)[number]>> = {
  title: 'title',
  '-title': 'title',
  publisher: 'publisher',
  '-publisher': 'publisher',
  date: 'date',
  '-date': 'date',
  entries: 'rests',
  '-entries': 'rests',
};

const COUNTS = [
  { of: 'entries', label: 'sources.entryCount', anchor: '#entries' },
  { of: 'meetings', label: 'sources.meetingCount', anchor: '#meetings' },
  { of: 'exchangeYears', label: 'sources.yearCount', anchor: '#exchange-years' },
  { of: 'commissions', label: 'sources.commissionCount', anchor: '#commissions' },
] as const;

interface RestingLinksProps {
  source: Pick<SourceSummary, 'id' | (typeof COUNTS)[number]['of']>;
}

/** How much rests on a document; each number leads to the list that it counts. */
function RestingLinks({ source }: RestingLinksProps) {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  const counts = COUNTS.filter(({ of }) => source[of] > 0);
  if (counts.length === 0) return <span>{t('sources.nothingRests')}</span>;
  return (
    <ul className="flow">
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

function SourceRow({ source }: { source: SourceSummary }) {
  const i18n = useI18n();
  const linkTo = useLinkTo();
  return (
    <tr role="row">
      <th role="rowheader" scope="row" title={sourceTitle(source).text}>
        <Link to={linkTo(paths.source(source.id))}>
          <SourceTitle of={source} />
        </Link>
      </th>
      <td role="cell" translate="no" title={source.publisher}>
        {source.publisher}
      </td>
      <td role="cell" className={styles.date}>
        {source.publishedOn === null ? (
          <span className="quiet">{i18n.t('sources.noDate')}</span>
        ) : (
          <time dateTime={source.publishedOn}>{i18n.date(source.publishedOn, 'short')}</time>
        )}
      </td>
      <td role="cell" className={styles.language}>
        {languageName(source.language, i18n.locale)}
      </td>
      <td role="cell" className={styles.rests}>
        <RestingLinks source={source} />
      </td>
    </tr>
  );
}

/** The documents as a table; on a narrow screen each row is set as a paragraph, so the roles are stated. */
export function SourcesTable({ sources, caption, sort }: Props) {
  const { t } = useI18n();
  const direction = sort.startsWith('-') ? 'descending' : 'ascending';
  return (
    <div className={styles.list}>
      <table role="table" className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th
                key={column}
                role="columnheader"
                scope="col"
                aria-sort={SORTED_BY[sort] === column ? direction : undefined}
              >
                {t(`sources.column-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
