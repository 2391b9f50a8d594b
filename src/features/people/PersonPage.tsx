import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { useApi } from '#src/api/ApiContext.ts';
import { peopleQuery, summaryQuery } from '#src/api/queries.ts';
import type { Person, PersonList } from '#src/api/schemas/meetings.ts';
import { NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { peopleAsOf } from '#src/lib/dates/terms-as-of.ts';
import { unbroken } from '#src/lib/dates/unbroken.ts';
import { shownName } from '#src/lib/native-name.ts';
import { CitationTags } from '#src/record/cite/CitationTags.tsx';
import { partyName } from '#src/record/value-words.ts';
import { PersonName } from '#src/record/PersonName.tsx';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { shareOf, PERCENT_TENTHS } from '#src/lib/comparison.ts';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import styles from './PersonPage.module.css';
import { PersonTerms } from './PersonTerms.tsx';

/** One co-chair: the meetings chaired, and what they were about. */
export function PersonPage() {
  const { t, language } = useI18n();
  const { person: id = '' } = useParams();
  const { meetings } = useRecord();
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  const query = useQuery({
    ...peopleQuery(useApi()),
    select: ({ items }: PersonList) => ({
      known: items.find((one) => one.id === id),
      person: peopleAsOf(items, meetings, asOf).find((one) => one.id === id),
    }),
  });
  const { data } = query;
  const known = data?.known && shownName(data.known.name, language);
  // By itself: of another person nothing may stand here, however pale.
  if (data?.person !== undefined) return <KnownPerson key={id} person={data.person} />;
  if (data !== undefined)
    return (
      <>
        <PageHeading
          title={known?.text ?? t('people.unknownTitle')}
          {...(known && { titleLang: known.lang })}
          lead={t(known ? 'people.laterLead' : 'people.unknownLead', { id })}
        />
        <Link to={linkTo(paths.people())}>{t('people.openPeople')}</Link>
      </>
    );
  return (
    <>
      <PageHeading title={t('people.title')} />
      <QueryView query={query} height={640}>
        {() => null}
      </QueryView>
    </>
  );
}

function KnownPerson({ person }: { person: Person }) {
  const i18n = useI18n();
  const { t, date, language } = i18n;
  const { mechanism } = useRecord();
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  const summary = useQuery(
    summaryQuery(useApi(), {
      ...toEntryFilters({ ...NO_FILTERS, coChair: [person.id] }, asOf),
      by: 'meeting',
    }),
  );
  const { text: title, lang } = shownName(person.name, language);
  const party = partyName(mechanism, person.party, i18n);
  return (
    <>
      <PageHeading
        title={title}
        titleLang={lang}
        lead={
          summary.data
            ? t('people.personLead', {
                party,
                entries: summary.data.total.entries,
                meetings: person.terms.flatMap(({ meetings }) => meetings).length,
                date: unbroken(date(asOf)),
              })
            : party
        }
        actions={
          <>
            <Link to={linkTo(paths.people())}>{t('people.openPeople')}</Link>
            <CopyViewLink />
          </>
        }
      />
      <CitationTags what={{ kind: 'page', id: `person-${person.id}`, title }} />
      <div className={styles.parts}>
        <Panel
          title={<PersonName name={person.name} party={person.party} />}
          lead={t('people.coChairsLead')}
          id={`person-${person.id}`}
        >
          <PersonTerms person={person} />
        </Panel>
        <PanelBoundary>
          <PersonFields person={person.id} query={summary} />
        </PanelBoundary>
      </div>
    </>
  );
}

interface Props {
  /** The person's id. */
  person: string;
  query: UseQueryResult<FieldSummary>;
}

/** What the meetings of a co-chair were about: each field with its entries, and their share here and at all meetings, most first. */
function PersonFields({ person, query }: Props) {
  const { t, name, number } = useI18n();
  const linkTo = useLinkTo();
  const { asOf } = useAsOf();
  const usual = useQuery(summaryQuery(useApi(), { by: 'meeting', to: asOf }));
  const usualEntries = (field: string) =>
    usual.data?.rows.find((row) => row.field.id === field)?.entries ?? 0;
  const share = (part: number, whole: number) => number(shareOf(part, whole), PERCENT_TENTHS);
  return (
    <Panel title={t('people.fields')} lead={t('people.fieldsLead')}>
      <QueryView query={query} height={480}>
        {({ rows, total }) =>
          total.entries === 0 ? (
            <p>{t('people.noEntries')}</p>
          ) : (
            <>
              <LostAnswers of={[usual]} />
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('meetings.field')}</th>
                    <th scope="col">{t('fields.entries')}</th>
                    <th scope="col">{t('people.fieldShare')}</th>
                    <th scope="col">{t('people.fieldUsual')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows
                    .toSorted((a, b) => b.entries - a.entries)
                    .map(({ field, entries }) => (
                      <tr key={field.id}>
                        <th scope="row">{name(field.name)}</th>
                        <td>
                          {entries === 0 ? (
                            number(0)
                          ) : (
                            <Link
                              to={linkTo(paths.fields(), { coChair: [person], field: [field.id] })}
                              aria-label={`${name(field.name)}: ${t('meetings.entryCount', { count: entries })}`}
                            >
                              {number(entries)}
                            </Link>
                          )}
                        </td>
                        <td>{share(entries, total.entries)}</td>
                        <td>
                          {usual.data && share(usualEntries(field.id), usual.data.total.entries)}
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
