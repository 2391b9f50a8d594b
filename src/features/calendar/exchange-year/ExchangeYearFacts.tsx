import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { entriesQuery } from '#src/api/queries.ts';
import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { NO_FILTERS, toEntryFilters } from '#src/filters/filters.ts';
import { paths } from '#src/filters/paths.ts';
import { useLinkTo, useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LANGUAGES } from '#src/i18n/languages.ts';
import { PartyLabel } from '#src/record/PartyLabel.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './exchange-year.module.css';

/** How many entries name the exchange year as of the date, leading to exactly these. */
function NamingEntries({ id }: { id: string }) {
  const { t } = useI18n();
  const { asOf } = useView();
  const linkTo = useLinkTo();
  const filters = toEntryFilters({ ...NO_FILTERS, exchangeYear: [id] }, asOf);
  const { data } = useQuery(entriesQuery(useApi(), { ...filters, limit: 1 }));
  if (data === undefined) return t('app.loading');
  if (data.total === 0) return t('calendar.entriesNone');
  return (
    <Link to={linkTo(paths.fields(), { exchangeYear: [id] }, '#entries')}>
      {t('calendar.entries', { count: data.total })}
    </Link>
  );
}

function Hosting({ exchangeYear: { hosting, name } }: { exchangeYear: ExchangeYear }) {
  const i18n = useI18n();
  const { mechanism } = useView();
  return (
    <ul className={styles.hosting}>
      {hosting.map((one) => (
        <li key={one.year}>
          <span className={styles.year}>{one.year}</span>
          <PartyLabel mechanism={mechanism} party={one.host} />
          {one.name.en !== name.en && (
            <span lang={one.name[i18n.language] === undefined ? 'en' : undefined}>
              {i18n.name(one.name)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Names in other languages, who hosted in which year, and what the meetings' entries say of it. */
export function ExchangeYearFacts({ exchangeYear }: { exchangeYear: ExchangeYear }) {
  const { t, language } = useI18n();
  const { name, id } = exchangeYear;
  const others = LANGUAGES.filter(({ tag }) => tag !== language);
  return (
    <Panel title={t('calendar.facts')}>
      <dl className={styles.facts}>
        {others.map(({ tag, label }) => (
          <div key={tag}>
            <dt lang={tag}>{label}</dt>
            {name[tag] === undefined ? (
              <dd className={styles.gap}>{t('calendar.noName')}</dd>
            ) : (
              <dd lang={tag}>{name[tag]}</dd>
            )}
          </div>
        ))}
        <div>
          <dt>{t('calendar.hostedBy')}</dt>
          <dd>
            <Hosting exchangeYear={exchangeYear} />
          </dd>
        </div>
        <div>
          <dt>{t('calendar.namedIn')}</dt>
          <dd>
            <NamingEntries id={id} />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
