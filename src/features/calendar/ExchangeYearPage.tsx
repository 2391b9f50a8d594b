import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { useApi } from '#src/api/ApiContext.ts';
import { ApiError } from '#src/api/errors.ts';
import { exchangeYearQuery } from '#src/api/queries.ts';
import type { ExchangeYear, ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { EvidenceMark } from '#src/record/EvidenceMark.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { useAsOf } from '#src/address/use-address.ts';
import { statusAsOf } from '#src/lib/dates/as-of.ts';
import { unbroken } from '#src/lib/dates/unbroken.ts';
import { StatusMark } from '#src/record/StatusMark.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { useToday } from '#src/ui/use-today.ts';
import { languageName } from '#src/i18n/language-name.ts';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
import { SourceTitle } from '#src/record/SourceTitle.tsx';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { Link } from '#src/ui/Link.tsx';
import { AsOfScrubber } from './scrubber/AsOfScrubber.tsx';
import { ExchangeYearEvents } from './exchange-year/ExchangeYearEvents.tsx';
import { ExchangeYearFacts } from './exchange-year/ExchangeYearFacts.tsx';
import { ExchangeYearMonths } from './exchange-year/ExchangeYearMonths.tsx';
import { ExchangeYearNotFound } from './exchange-year/ExchangeYearNotFound.tsx';
import { ExchangeYearSteps } from './exchange-year/ExchangeYearSteps.tsx';
import styles from './exchange-year/exchange-year.module.css';
import { neighbours } from './exchange-year/exchange-year-steps.ts';

function Content({ exchangeYear }: { exchangeYear: ExchangeYear }) {
  const i18n = useI18n();
  return (
    <>
      <PageHeading
        title={i18n.name(exchangeYear.name)}
        lead={
          <span className={styles.lead}>
            <span>{i18n.date(exchangeYear.years)}</span>
            <FieldTag field={exchangeYear.field} />
            {/* Its own status, which says nothing of each of its events. */}
            <span>
              {i18n.rich('calendar.established', {
                status: <EvidenceMark key="status" status={exchangeYear.status} />,
              })}
            </span>
          </span>
        }
        actions={<CopyViewLink />}
      />
      <AsOfScrubber />
      <ExchangeYearMonths exchangeYear={exchangeYear} />
      <div className={styles.columns}>
        <div>
          <ExchangeYearStatus exchangeYear={exchangeYear} />
          <ExchangeYearSteps exchangeYear={exchangeYear} />
          <ExchangeYearEvents exchangeYear={exchangeYear} />
        </div>
        <div>
          <ExchangeYearFacts exchangeYear={exchangeYear} />
          <ExchangeYearFigures exchangeYear={exchangeYear} />
          <ExchangeYearNotes exchangeYear={exchangeYear} />
        </div>
      </div>
      <SeriesNavigation id={exchangeYear.id} />
    </>
  );
}

/** An exchange year in full: when and where it was announced, opened and closed, what happened, and what is missing. */
export function ExchangeYearPage() {
  const { t } = useI18n();
  const { id = '' } = useParams();
  const query = useQuery(exchangeYearQuery(useApi(), id));
  if (query.error instanceof ApiError && query.error.kind === 'not-found') {
    return <ExchangeYearNotFound id={id} />;
  }
  return (
    <PanelBoundary>
      {query.data === undefined && <PageHeading title={t('filters.exchangeYear')} />}
      <QueryView query={query} height={900}>
        {(exchangeYear) => <Content exchangeYear={exchangeYear} />}
      </QueryView>
    </PanelBoundary>
  );
}

type Props = { exchangeYear: Pick<ExchangeYearSummary, 'years' | 'milestones'> };

/** Where the exchange year stands as of the chosen date, and today where that is another day. */
function ExchangeYearStatus({ exchangeYear }: Props) {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const now = useToday();
  const days = asOf === now ? [now] : [asOf, now];
  return (
    <Panel title={t('calendar.status')} note={t('calendar.statusNote')}>
      <dl className={styles.facts}>
        {days.map((day) => (
          <div key={day}>
            <dt>
              {t(day === now ? 'calendar.lineToday' : 'calendar.lineAsOf', {
                date: unbroken(date(day)),
              })}
            </dt>
            <dd>
              <StatusMark status={statusAsOf(exchangeYear, day)} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** What the sources disagree on or leave open, and which sources these are. */
function ExchangeYearNotes({ exchangeYear }: { exchangeYear: ExchangeYear }) {
  const { t, locale } = useI18n();
  const { notes, sources } = exchangeYear;
  return (
    <>
      {notes && (
        <Panel title={t('calendar.openQuestions')}>
          <p className="measure">
            <RecordText of={notes} />
          </p>
        </Panel>
      )}
      <Panel title={t('calendar.sources', { count: sources.length })}>
        <ul className={`${styles.sources} small`}>
          {sources.map((source) => (
            <li key={source.id}>
              <span>
                <SourceTitle of={source} />
              </span>
              <span className={`${styles.source} tiny quiet`}>
                {languageName(source.language, locale)} <Reference fact={{ source }} />
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function SeriesNavigation({ id }: { id: string }) {
  const { t, name, date } = useI18n();
  const { exchangeYears } = useRecord();
  const linkTo = useLinkTo();
  const around = neighbours(exchangeYears, id);
  return (
    <nav className={styles.series} aria-label={t('calendar.series')}>
      {(['previous', 'next'] as const).map((which) => {
        const year = around[which];
        return (
          <div key={which}>
            <p className={`${styles.source} tiny quiet`}>{t(`calendar.series-${which}`)}</p>
            {year === null ? (
              <p className={styles.gap}>{t(`calendar.series-${which}None`)}</p>
            ) : (
              <p>
                <Link
                  to={linkTo(paths.exchangeYear(year.id))}
                  rel={which === 'previous' ? 'prev' : 'next'}
                >
                  {name(year.name)}
                </Link>
                {', '}
                <time dateTime={year.years}>{date(year.years)}</time>
              </p>
            )}
          </div>
        );
      })}
    </nav>
  );
}

/** The figures that sources give, side by side where they disagree. */
function ExchangeYearFigures({ exchangeYear: { figures } }: { exchangeYear: ExchangeYear }) {
  const { t, number } = useI18n();
  return (
    <Panel title={t('calendar.figures')}>
      {figures.length === 0 ? (
        <p className={styles.gap}>{t('calendar.noFigures')}</p>
      ) : (
        <table className={styles.figures}>
          <caption className="visually-hidden">{t('calendar.figures')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('calendar.figureLabel')}</th>
              <th scope="col" className={styles.value}>
                {t('calendar.figureValue')}
              </th>
              <th scope="col">{t('record.source')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(
              ({ label, lang, value, unit, labelTranslations, unitTranslations, ...support }) => (
                <tr key={`${label} ${support.source?.id ?? ''}`}>
                  <th scope="row">
                    <RecordText of={{ text: label, lang, translations: labelTranslations }} />
                  </th>
                  <td className={styles.value}>
                    {number(value)}{' '}
                    <RecordText of={{ text: unit, lang, translations: unitTranslations }} />
                  </td>
                  <td className={`${styles.source} tiny quiet`}>
                    <Reference fact={support} />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
