import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { entriesQuery } from '#src/api/queries.ts';
import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LANGUAGES } from '#src/i18n/languages.ts';
import { PartyLabel } from '#src/record/PartyLabel.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
import { Link } from '#src/ui/Link.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './exchange-year.module.css';
import { languageName } from '#src/i18n/language-name.ts';
import { shownName } from '#src/lib/native-name.ts';

/** How many entries name the exchange year as of the date, leading to exactly these. */
function NamingEntries({ id }: { id: string }) {
  const { t } = useI18n();
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  const filters = toEntryFilters({ ...NO_FILTERS, exchangeYear: [id] }, asOf);
  const entries = useQuery(entriesQuery(useApi(), { ...filters, limit: 1 }));
  const { data, error } = entries;
  if (data === undefined)
    return (
      <>
        <LostAnswers of={[entries]} />
        {error === null && t('app.loading')}
      </>
    );
  if (data.total === 0) return t('calendar.entriesNone');
  return (
    <Link to={linkTo(paths.fields(), { exchangeYear: [id] }, '#entries')}>
      {t('calendar.entries', { count: data.total })}
    </Link>
  );
}

function Hosting({ exchangeYear: { hosting, name } }: { exchangeYear: ExchangeYear }) {
  const i18n = useI18n();
  if (hosting.length === 0) return i18n.t('calendar.hostingNone');
  return (
    <ul>
      {hosting.map((one) => (
        <li key={one.year} className="flow">
          <span className={styles.year}>{one.year}</span>
          <PartyLabel party={one.host} />
          {one.name.en !== name.en && (
            <span>
              <RecordText of={{ text: one.name.en, lang: 'en', translations: one.name }} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Names in other languages, who hosted in which year, and what the meetings' entries say of it. */
export function ExchangeYearFacts({ exchangeYear }: { exchangeYear: ExchangeYear }) {
  const { t, language, locale } = useI18n();
  const { name, id } = exchangeYear;
  const shown = shownName(name, language).lang;
  const ranks: readonly string[] = LANGUAGES.map(({ tag }) => tag);
  const rank = (tag: string) => (ranks.indexOf(tag) + ranks.length + 1) % (ranks.length + 1);
  // All that the record has, the interface's own languages first.
  const others = Object.keys(name)
    .filter((tag) => tag !== shown)
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return (
    <Panel title={t('calendar.facts')}>
      <dl className={styles.facts}>
        {others.length === 0 && (
          <div>
            <dt>{t('calendar.otherNames')}</dt>
            <dd className={styles.gap}>{t('calendar.noName')}</dd>
          </div>
        )}
        {others.map((tag) => (
          <div key={tag}>
            <dt>{LANGUAGES.find((one) => one.tag === tag)?.label ?? languageName(tag, locale)}</dt>
            <dd lang={tag} dir="auto" translate="no">
              {name[tag]}
            </dd>
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
