import { type Group, groupText, parseGroup } from '#src/address/groups.ts';
import { useAsOf, useValue } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { CitationTags } from '#src/record/cite/CitationTags.tsx';
import { chairsOf } from '#src/record/people/chairs-of.ts';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { ComparisonPanel } from './ComparisonPanel.tsx';
import { GroupPicker } from './GroupPicker.tsx';
import { GroupsPanel, MeetingShares, WithSides } from './groups/GroupsPanel.tsx';
import { useBegunYears, useGroupWords, useHeldMeetings } from './groups/use-groups.ts';

/** What the address asks to compare, as far as it is on record; null where that cannot be told. */
function useCompared(): ComparedGroups | null {
  const { meetings, hasAllMeetings, hasAllExchangeYears } = useRecord();
  const a = useValue('a');
  const b = useValue('b');
  const held = useHeldMeetings();
  const exchangeYears = useBegunYears();
  const idsOf = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id));
  const asksForYears = [a, b].some((text) => parseGroup(text ?? '')?.kind === 'exchangeYear');
  // Of years whose list could not be had nobody knows which meetings they hold; the frame says that it is missing.
  if (asksForYears && !hasAllExchangeYears) return null;
  return parseGroups(
    { a, b },
    {
      ordinals: meetings.map(({ ordinal }) => ordinal),
      held,
      coChair: hasAllMeetings ? idsOf(chairsOf(meetings)) : null,
      exchangeYear: idsOf(exchangeYears),
    },
  );
}

/** What is shown in place of what the address asks for, if anything. */
function Replaced({ replaced }: Pick<ComparedGroups, 'replaced'>) {
  const { t } = useI18n();
  const wordsOf = useGroupWords();
  const held = useHeldMeetings();
  const words = (text: string | null, group: Group) => {
    const values = { text: text ?? '', group: wordsOf(group) };
    if (group.kind !== 'meeting') return t('compare.nearestGroup', values);
    if (held.length === 0 && parseGroup(values.text)?.kind === 'range')
      return t('compare.nearestLater', values);
    const { ordinal } = group;
    return text === null
      ? t('compare.nearestOfNone', { ordinal })
      : t('compare.nearest', { text, ordinal });
  };
  if (replaced.length === 0) return null;
  return (
    <Notice tone="warn">
      {replaced.map(({ side, text, group }) => (
        <p key={side}>{words(text, group)}</p>
      ))}
    </Notice>
  );
}

/** Says of each meeting that was held after the as-of date that it was, since what came and went is told all the same. */
function NotYetHeld({ ordinals }: { ordinals: ReadonlySet<number> }) {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  if (ordinals.size === 0) return null;
  return (
    <Notice tone="warn">
      {[...ordinals].map((ordinal) => (
        <p key={ordinal}>{t('compare.notYetHeld', { ordinal, asOf: date(asOf) })}</p>
      ))}
    </Notice>
  );
}

/**
 * Two meetings side by side, what came, what went, what stayed; or two groups of meetings, in shares and per meeting.
 * Which two, and in which order, the address says.
 */
export function ComparePage() {
  const { t } = useI18n();
  const { meetings, hasAllMeetings } = useRecord();
  const wordsOf = useGroupWords();
  const compared = useCompared();
  const arrange = useValue('arrange');
  const held = useHeldMeetings();
  if (compared === null) {
    return (
      <PageHeading
        title={t('compare.title')}
        // Without the whole list nobody can say how many there are.
        {...(hasAllMeetings &&
          meetings.length < 2 && { lead: t('compare.tooFew', { count: meetings.length }) })}
      />
    );
  }
  const { a, b, replaced } = compared;
  const title = t('compare.pageTitle', { a: wordsOf(a), b: wordsOf(b) });
  const hasYears = [a, b].some(({ kind }) => kind === 'exchangeYear');
  const isPair = a.kind === 'meeting' && b.kind === 'meeting';
  const [first, second] = [groupText(a), groupText(b)];
  const later = isPair ? [a, b].filter(({ ordinal }) => !held.includes(ordinal)) : [];
  // Shares count what had happened by the as-of date: of a meeting still to come they would say that nothing is on record.
  const hasShares = arrange === 'kind' && first !== second && later.length === 0;
  return (
    <>
      <PageHeading
        {...(isPair
          ? { title: t('compare.title'), documentTitle: title, lead: t('compare.lead') }
          : { title, lead: t('compare.groupsLead', { hasYears: String(hasYears) }) })}
        actions={
          <>
            <CopyViewLink />
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
          </>
        }
      />
      <CitationTags what={{ kind: 'page', id: `compare-${first}-${second}`, title }} />
      <Replaced replaced={replaced} />
      <GroupPicker a={a} b={b} />
      {first === second && (
        <Notice tone="info">{t(isPair ? 'compare.same' : 'compare.sameGroup')}</Notice>
      )}
      <NotYetHeld ordinals={new Set(later.map(({ ordinal }) => ordinal))} />
      <PanelBoundary>
        {isPair && <ComparisonPanel a={a.ordinal} b={b.ordinal} />}
        {(!isPair || hasShares) && (
          <WithSides key={`${first} ${second}`} a={a} b={b}>
            {(sides) => (isPair ? <MeetingShares sides={sides} /> : <GroupsPanel sides={sides} />)}
          </WithSides>
        )}
      </PanelBoundary>
    </>
  );
}

/** What an address asks to compare, brought to what is on record. */
interface ComparedGroups {
  a: Group;
  b: Group;
  /** The sides that are not what was asked for; `text` is null where a side was left out. */
  replaced: { side: 'a' | 'b'; text: string | null; group: Group }[];
}

/** What there is to compare. */
interface KnownGroups {
  ordinals: readonly number[];
  /** Of the meetings held by the as-of date. */
  held: readonly number[];
  /** Null where the meetings are not wholly known, so that nobody is refused. */
  coChair: ReadonlySet<string> | null;
  /** Those that have begun by the as-of date. */
  exchangeYear: ReadonlySet<string>;
}

const nearest = (ordinals: readonly number[], wanted: number) =>
  ordinals.toSorted((x, y) => Math.abs(x - wanted) - Math.abs(y - wanted) || x - y)[0] ?? wanted;

/** The group that a text means, brought to the meetings held; null where it is a meeting, or nothing on record. */
function toKnownGroup(text: string | null, known: KnownGroups): Group | null {
  const group = text === null ? null : parseGroup(text);
  if (group === null || group.kind === 'meeting') return null;
  if (group.kind !== 'range') return known[group.kind]?.has(group.id) === false ? null : group;
  const [from, to] = [nearest(known.held, group.from), nearest(known.held, group.to)];
  // Before the first meeting there is no range of those held.
  return known.held.length > 0 && from < to ? { kind: 'range', from, to } : null;
}

/**
 * Reads two groups as an address gives them. A side that means none, or one that is not on record, is a meeting as
 * {@link parsePair} finds it. Null with fewer than two meetings.
 */
export function parseGroups(
  given: { a: string | null; b: string | null },
  known: KnownGroups,
): ComparedGroups | null {
  const pair = parsePair(given, known.ordinals);
  if (pair === null) return null;
  const replaced: ComparedGroups['replaced'] = [];
  const read = (side: 'a' | 'b'): Group => {
    const text = given[side];
    const named = toKnownGroup(text, known);
    const group = named ?? { kind: 'meeting' as const, ordinal: pair[side] };
    const isReplaced =
      named === null ? pair.replaced.some((one) => one.side === side) : groupText(named) !== text;
    if (isReplaced) replaced.push({ side, text, group });
    return group;
  };
  return { a: read('a'), b: read('b'), replaced };
}

/** What an address asks to compare, brought to meetings that exist. */
interface ComparedPair {
  a: number;
  b: number;
  /** The sides whose meeting is not the one that was asked for; `text` is null where a side was left out. */
  replaced: { side: 'a' | 'b'; text: string | null; ordinal: number }[];
}

const ORDINAL = /^[1-9]\d{0,8}$/;

/**
 * Reads two ordinals as an address gives them. Without any, the latest two are compared; a number that is not on record gives
 * the nearest that is, and anything else what would stand there by default. Null with fewer than two meetings.
 */
export function parsePair(
  given: { a: string | null; b: string | null },
  ordinals: readonly number[],
): ComparedPair | null {
  const [latest, before] = ordinals.toSorted((x, y) => y - x);
  if (latest === undefined || before === undefined) return null;
  const isDefault = given.a === null && given.b === null;
  const replaced: ComparedPair['replaced'] = [];
  const read = (side: 'a' | 'b', fallback: number) => {
    const text = given[side];
    if (text !== null && ORDINAL.test(text) && ordinals.includes(Number(text))) return Number(text);
    const ordinal =
      text !== null && ORDINAL.test(text) ? nearest(ordinals, Number(text)) : fallback;
    if (!isDefault) replaced.push({ side, text, ordinal });
    return ordinal;
  };
  const a = read('a', before);
  return { a, b: read('b', latest), replaced };
}
