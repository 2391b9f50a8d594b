import { useQuery } from '@tanstack/react-query';

import { type Filters, toEntryFilters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useAsOf, useValue } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { JOINT } from '#src/lib/accounts.ts';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { partyName } from '#src/record/value-words.ts';
import { Link } from '#src/ui/Link.tsx';
import { AddressChoice } from '#src/record/AddressChoice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import type { Field } from '#src/api/schemas/common.ts';
import { balanceParties } from '../series/to-balance.ts';
import { useBalanceNames } from '../series/use-chart-form.ts';
import styles from './FieldSidesPanel.module.css';

const SIDES = ['first', 'both', 'second'] as const;

/** How many entries each party and both together have here, and how many rest on whose accounts. */
function Imbalance({ summary }: { summary: FieldSummary }) {
  const i18n = useI18n();
  const { t, list, number } = i18n;
  const { mechanism } = useRecord();
  const worded = (counts: readonly { value: string; entries: number }[]) =>
    list(
      counts.map(({ value, entries }) => `${partyName(mechanism, value, i18n)} ${number(entries)}`),
    );
  const { party, reportedBy = [] } = summary.facets;
  return (
    <p className={`${styles.imbalance} measure caution`}>
      {t('fields.sidesEntries', { counts: worded(party) })}{' '}
      {reportedBy.length > 0 && t('fields.sidesAccounts', { counts: worded(reportedBy) })}
    </p>
  );
}

interface RaisedProps {
  side: Side;
  raised: readonly RaisedField[];
  filters: Filters;
  isWithJoint: boolean;
}

function Raised({ side, raised, filters, isWithJoint }: RaisedProps) {
  const { t, name } = useI18n();
  const { mechanism } = useRecord();
  const linkTo = useLinkTo();
  const names = useBalanceNames();
  const { first, second } = balanceParties(mechanism);
  const speakers = { first: [first], both: [first, second], second: [second] }[side];
  const party = [...speakers, ...(isWithJoint ? [JOINT] : [])].toSorted();
  return (
    <section>
      <h3 className="column-head small">
        {t(`fields.sides-${side}`, { ...names, count: raised.length })}
      </h3>
      {raised.length === 0 && <p className="small quiet">{t('compare.none')}</p>}
      <ul>
        {raised.map(({ field, ...counts }) => {
          const count = counts.first + counts.joint + counts.second;
          return (
            <li key={field.id} className={`${styles.item} links small`}>
              <FieldTag field={field} />
              <Link
                to={linkTo(paths.fields(), { ...filters, field: [field.id], party }, '#entries')}
                aria-label={t('fields.entriesOf', { field: name(field.name), count })}
                className={styles.count}
              >
                {count}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Which fields of a meeting one party raised and the other did not, with and without what both say together. */
export function FieldSidesPanel({ filters, meeting }: { filters: Filters; meeting: number }) {
  const { t } = useI18n();
  const { mechanism } = useRecord();
  const { asOf } = useAsOf();
  const names = useBalanceNames();
  const joint = useValue('joint');
  const query = useQuery(summaryQuery(useApi(), { ...toEntryFilters(filters, asOf), by: 'party' }));
  const isWithJoint = joint === 'with';
  return (
    <Panel
      id="sides"
      title={t('fields.sidesTitle', {
        meeting: t('record.meetingShort', { ordinal: meeting }),
        ...names,
      })}
      lead={t(`fields.sidesLead-${joint}`)}
      actions={
        <AddressChoice
          of="joint"
          label={t('fields.joint')}
          words={(one) => t(`fields.joint-${one}`)}
        />
      }
    >
      <QueryView query={query} height={320}>
        {(summary) => {
          const sides = fieldSides(summary, balanceParties(mechanism), isWithJoint);
          return (
            <>
              <div className={styles.columns}>
                {SIDES.map((side) => (
                  <Raised key={side} {...{ side, filters, isWithJoint }} raised={sides[side]} />
                ))}
              </div>
              <Imbalance summary={summary} />
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}

interface RaisedField {
  field: Field;
  first: number;
  joint: number;
  second: number;
}

type Side = 'first' | 'both' | 'second';

/**
 * Who raised which field: one party only, or both. A joint entry is said by both, and counts for both; without joint
 * entries only what each says by itself counts. A field that nobody raised by these rules stands nowhere.
 * @param summary by party
 */
export function fieldSides(
  { rows }: Pick<FieldSummary, 'rows'>,
  parties: { first: string; second: string },
  isWithJoint: boolean,
): Record<Side, RaisedField[]> {
  const sides: Record<Side, RaisedField[]> = { first: [], both: [], second: [] };
  for (const { field, cells } of rows) {
    const count = (party: string) => cells.find(({ key }) => key === party)?.entries ?? 0;
    const [first, second] = [count(parties.first), count(parties.second)];
    const joint = isWithJoint ? count(JOINT) : 0;
    const isOfFirst = first + joint > 0;
    const isOfSecond = second + joint > 0;
    const side = isOfFirst && isOfSecond ? 'both' : isOfFirst ? 'first' : 'second';
    if (isOfFirst || isOfSecond) sides[side].push({ field, first, joint, second });
  }
  return sides;
}
