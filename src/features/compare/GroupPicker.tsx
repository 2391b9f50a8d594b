import { useId } from 'react';

import { type Group, groupText, parseGroup } from '#src/address/groups.ts';
import { useCompareLink } from '#src/address/use-compare-link.ts';
import { useGo } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { chairsOf } from '#src/record/people/chairs-of.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import styles from './GroupPicker.module.css';
import { useBegunYears, useGroupWords, useHeldMeetings } from './groups/use-groups.ts';

/** Chooses the two meetings or groups and swaps them; each choice is a step that Back undoes. */
export function GroupPicker({ a, b }: { a: Group; b: Group }) {
  const { t } = useI18n();
  const compareLink = useCompareLink();
  const follow = useGo();
  const go = (first: Group, second: Group) =>
    follow(compareLink(first, second), { keepsPlace: true });
  return (
    <div className={`${styles.pair} no-print`} role="group" aria-label={t('compare.choose')}>
      <OneGroup label={t('compare.first')} group={a} onChoose={(group) => go(group, b)} />
      <Button onClick={() => go(b, a)}>
        <span aria-hidden="true">⇄</span> {t('compare.swap')}
      </Button>
      <OneGroup label={t('compare.second')} group={b} onChoose={(group) => go(a, group)} />
    </div>
  );
}

interface OneProps {
  label: string;
  group: Group;
  onChoose: (group: Group) => void;
}

/** One list of all that there is to compare; of several meetings the first and the last are chosen beside it. */
function OneGroup({ label, group, onChoose }: OneProps) {
  const { t, name, date } = useI18n();
  const { meetings } = useRecord();
  const years = useBegunYears();
  const wordsOf = useGroupWords();
  const id = useId();
  const range = useRangeOffer(group);
  const value = groupText(group);
  return (
    <span className={`${styles.picker} small quiet`}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = parseGroup(target.value);
          if (chosen !== null) onChoose(chosen);
        }}
      >
        <optgroup label={t('filters.coChair')}>
          {chairsOf(meetings).map((person) => (
            <option key={person.id} value={groupText({ kind: 'coChair', id: person.id })}>
              {name(person.name)}
            </option>
          ))}
        </optgroup>
        {range !== null && (
          <optgroup label={t('compare.optionsRange')}>
            <option value={groupText(range)}>{wordsOf(range)}</option>
          </optgroup>
        )}
        {years.length > 0 && (
          <optgroup label={t('filters.exchangeYear')}>
            {years.map(({ id: year }) => (
              <option key={year} value={groupText({ kind: 'exchangeYear', id: year })}>
                {wordsOf({ kind: 'exchangeYear', id: year })}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('compare.optionsMeetings')}>
          {meetings.map((meeting) => (
            <option key={meeting.ordinal} value={meeting.ordinal}>
              {t('record.meetingShort', { ordinal: meeting.ordinal })} ·{' '}
              {date(meeting.date, 'short')}
            </option>
          ))}
        </optgroup>
      </select>
      {group.kind === 'range' && <RangeEnds label={label} group={group} onChoose={onChoose} />}
    </span>
  );
}

/** The range that is chosen, else the later half of the meetings to begin with; null where there are not two. */
function useRangeOffer(group: Group): Group | null {
  const held = useHeldMeetings();
  if (group.kind === 'range') return group;
  const [from, to] = [held[Math.floor((held.length - 1) / 2)], held.at(-1)];
  return from === undefined || to === undefined || from === to ? null : { kind: 'range', from, to };
}

interface EndsProps extends OneProps {
  group: Extract<Group, { kind: 'range' }>;
}

function RangeEnds({ label, group, onChoose }: EndsProps) {
  const { t } = useI18n();
  const held = useHeldMeetings();
  const { from, to } = group;
  const ends = [
    { end: 'from', words: t('compare.rangeFrom'), value: from },
    { end: 'to', words: t('compare.rangeTo'), value: to },
  ] as const;
  return (
    <span className={styles.ends}>
      {ends.map(({ end, words, value }) => (
        <label key={end}>
          <span>
            <span className="visually-hidden">{label}: </span>
            {words}
          </span>{' '}
          <select
            value={value}
            onChange={({ target }) => onChoose({ ...group, [end]: Number(target.value) })}
          >
            {held
              .filter((ordinal) => (end === 'from' ? ordinal < to : ordinal > from))
              .map((ordinal) => (
                <option key={ordinal} value={ordinal}>
                  {t('record.meetingShort', { ordinal })}
                </option>
              ))}
          </select>
        </label>
      ))}
    </span>
  );
}
