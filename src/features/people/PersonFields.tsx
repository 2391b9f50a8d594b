import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { shareOf } from '#src/lib/comparison/share-of.ts';
import { PERCENT_TENTHS } from '#src/lib/comparison/tenths.ts';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import styles from './PersonFields.module.css';

interface Props {
  /** The person's id. */
  person: string;
  /** Of the entries of the meetings that the person co-chaired. */
  query: UseQueryResult<FieldSummary>;
}

/** What the meetings of a co-chair were about: each field with its entries, and their share here and at all meetings, most first. */
export function PersonFields({ person, query }: Props) {
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
