import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { type Group, groupFilters, groupText } from '#src/address/groups.ts';
import { useAsOf, useValue } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { summaryQuery, listedEntriesQuery } from '#src/api/queries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { type Caution, cautionsOf } from '#src/lib/comparison.ts';
import { ArrangeChoice } from '#src/record/accounts/ArrangeChoice.tsx';
import { AddressChoice } from '#src/record/AddressChoice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { together } from '#src/ui/waiting/together.ts';
import type { EntryList } from '#src/api/schemas/entries.ts';
import { Link } from '#src/ui/Link.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { AccountComparison, type Told } from '../accounts/AccountComparison.tsx';
import { type GroupFigures, sharedEntries, widestGap, toFigures } from './group-figures.ts';
import { GroupDots } from './GroupDots.tsx';
import { GroupFacts } from './GroupFacts.tsx';
import { GroupTable } from './GroupTable.tsx';
import styles from './GroupsPanel.module.css';
import { useGroupWords, useScaleWords, useGroupEvidence } from './use-groups.ts';
import { GroupMark } from './GroupMark.tsx';

/** What is to be compared, with its figures and its name. */
export interface Side {
  group: Group;
  figures: GroupFigures;
  words: string;
  /** Which of the two signs it has. */
  mark: 'a' | 'b';
}
export type Sides = readonly [Side, Side];

interface Props {
  a: Group;
  b: Group;
  children: (sides: Sides) => ReactNode;
}

/** Draws what compares two groups when the figures of both have come. */
export function WithSides({ a, b, children }: Props) {
  const api = useApi();
  const record = useRecord();
  const wordsOf = useGroupWords();
  const { asOf } = useAsOf();
  const question = (group: Group) => {
    const filters = { ...NO_FILTERS, ...groupFilters(group, record) };
    return summaryQuery(api, { ...toEntryFilters(filters, asOf), by: 'meeting' });
  };
  const queries = useQueries({ queries: [question(a), question(b)] });
  return (
    <QueryView query={together(queries)} height={1100}>
      {([ofA, ofB]) =>
        children([
          { group: a, figures: toFigures(ofA), words: wordsOf(a), mark: 'a' },
          { group: b, figures: toFigures(ofB), words: wordsOf(b), mark: 'b' },
        ])
      }
    </QueryView>
  );
}

/** The difference that is the widest, in words; or why there is none. */
function useFinding([a, b]: Sides): string {
  const { t, name } = useI18n();
  const scale = useValue('scale');
  const valueWords = useScaleWords(scale);
  const gap = widestGap(a.figures, b.figures, scale);
  if (gap === null) {
    const silent = [a, b].find(({ figures }) => figures.entries === 0);
    return silent === undefined
      ? t('compare.noGap')
      : t('compare.groupSilent', { group: silent.words });
  }
  return t(`compare.gap-${scale}`, {
    field: name(gap.field.name),
    a: a.words,
    b: b.words,
    first: gap.counts[0] === 0 ? t('compare.noneHere') : valueWords(gap.values[0]),
    second: gap.counts[1] === 0 ? t('compare.noneHere') : valueWords(gap.values[1]),
  });
}

/** Two groups side by side: how much of each there is, and in which fields. */
export function GroupsPanel({ sides }: { sides: Sides }) {
  const { t } = useI18n();
  const arrange = useValue('arrange');
  const finding = useFinding(sides);
  return (
    <>
      <Panel title={finding} actions={<ArrangeChoice usual="fields" />}>
        <div className={styles.overview}>
          <GroupFacts sides={sides} />
          <Cautions sides={sides} />
        </div>
      </Panel>
      {arrange === 'account' ? (
        <GroupAccounts sides={sides} />
      ) : (
        <FieldsCompared sides={sides} title={t('meetings.fields')} />
      )}
    </>
  );
}

/** The same of two single meetings, beside what came and what went between them. */
export function MeetingShares({ sides }: { sides: Sides }) {
  return (
    <FieldsCompared sides={sides} title={useFinding(sides)}>
      <Cautions sides={sides} />
    </FieldsCompared>
  );
}

interface FieldsProps {
  sides: Sides;
  title: string;
  children?: ReactNode;
}

function FieldsCompared({ sides, title, children }: FieldsProps) {
  const { t } = useI18n();
  const scale = useValue('scale');
  const show = useValue('show');
  return (
    <Panel
      title={title}
      lead={t(`compare.scaleLead-${scale}`)}
      actions={
        <>
          {show === 'chart' && (
            <AddressChoice
              of="scale"
              label={t('compare.scale')}
              words={(one) => t(`compare.scale-${one}`)}
            />
          )}
          <AddressChoice
            of="show"
            label={t('fields.show')}
            words={(one) => t(`fields.show-${one}`)}
          />
        </>
      }
    >
      {children}
      {show === 'table' ? <GroupTable sides={sides} /> : <GroupDots sides={sides} scale={scale} />}
    </Panel>
  );
}

function useCautionWords([a, b]: Sides): (caution: Caution) => string {
  const { t } = useI18n();
  const toTenth = useScaleWords('rate');
  return (caution) => {
    if (caution.kind === 'few')
      return t('compare.caution-few', { meetings: caution.meetings, entries: caution.entries });
    if (caution.kind === 'unread')
      return t('fields.caution-unread', { meetings: caution.meetings });
    return t(`compare.caution-${caution.kind}`, {
      a: a.words,
      b: b.words,
      before: toTenth(caution.before),
      after: toTenth(caution.after),
    });
  };
}

/** What to bear in mind before the comparison is quoted. */
function Cautions({ sides }: { sides: Sides }) {
  const { t } = useI18n();
  const [first, second] = [sides[0].figures, sides[1].figures];
  const shared = sharedEntries(first, second);
  const cautionWords = useCautionWords(sides);
  return (
    <ul className={`${styles.cautions} stack measure small`}>
      {cautionsOf(first, second).map((caution) => (
        <li key={caution.kind} className="caution">
          {cautionWords(caution)}
        </li>
      ))}
      {shared > 0 && <li className="caution">{t('compare.caution-shared', { count: shared })}</li>}
    </ul>
  );
}

/** What is left out of a group that has more entries than a page can hold, and where all of them are. */
function LeftOut({ group, words, shown, total }: Side & { shown: number; total: number }) {
  const { t } = useI18n();
  const evidence = useGroupEvidence();
  if (shown >= total) return null;
  return (
    <Notice tone="info">
      {words}: {t('meetings.tooMany', { shown, total })}
      <Link to={evidence(group)}>{t('meetings.tooManyLink')}</Link>
    </Notice>
  );
}

function GroupAccounts({ sides: both }: { sides: Sides }) {
  const { t } = useI18n();
  const api = useApi();
  const record = useRecord();
  const { asOf } = useAsOf();
  const [a, b] = both;
  const sides = groupText(a.group) === groupText(b.group) ? [a] : [a, b];
  const queries = useQueries({
    queries: sides.map(({ group }) => {
      const filters = { ...NO_FILTERS, ...groupFilters(group, record) };
      return listedEntriesQuery(api, { ...toEntryFilters(filters, asOf), sort: 'meeting' });
    }),
  });
  const toldOf = (lists: readonly Pick<EntryList, 'items' | 'total'>[]) =>
    sides.map(({ group, figures, words, mark }, index): Told => ({
      key: groupText(group),
      heading: (count) => t('compare.countOf', { group: words, count }),
      mark: <GroupMark side={mark} />,
      entries: lists[index]?.items ?? [],
      read: figures.read,
      isOfMeetings: true,
    }));
  return (
    <QueryView query={together(queries)} height={1100}>
      {(lists) => (
        <>
          {sides.map((side, index) => {
            const { items = [], total = 0 } = lists[index] ?? {};
            const key = groupText(side.group);
            return <LeftOut key={key} {...side} shown={items.length} total={total} />;
          })}
          <AccountComparison told={toldOf(lists)} />
        </>
      )}
    </QueryView>
  );
}
