import { useId } from 'react';

import { useGo } from '#src/address/use-address.ts';
import { useCompareLink } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { CopyButton } from '#src/ui/controls/CopyButton.tsx';
import styles from './PairPicker.module.css';

interface Props {
  a: number;
  b: number;
}

/** Chooses the two meetings and swaps them; each choice is a step that Back undoes. */
export function PairPicker({ a, b }: Props) {
  const { t, date } = useI18n();
  const { meetings } = useRecord();
  const compareLink = useCompareLink();
  const follow = useGo();
  const id = useId();
  const go = (first: number, second: number) =>
    follow(compareLink(first, second), { keepsPlace: true });
  const picker = (side: 'a' | 'b', label: string, value: number) => (
    <span className={styles.picker}>
      <label htmlFor={`${id}-${side}`}>{label}</label>
      <select
        id={`${id}-${side}`}
        value={value}
        onChange={(event) => {
          const chosen = Number(event.target.value);
          if (side === 'a') go(chosen, b);
          else go(a, chosen);
        }}
      >
        {meetings.map((meeting) => (
          <option key={meeting.ordinal} value={meeting.ordinal}>
            {t('record.meetingShort', { ordinal: meeting.ordinal })} · {date(meeting.date, 'short')}
          </option>
        ))}
      </select>
    </span>
  );
  return (
    <div className={`${styles.pair} no-print`} role="group" aria-label={t('compare.choose')}>
      {picker('a', t('compare.first'), a)}
      <Button onClick={() => go(b, a)}>
        <span aria-hidden="true">⇄</span> {t('compare.swap')}
      </Button>
      {picker('b', t('compare.second'), b)}
      <CopyButton label={t('app.copyViewLink')} text={() => window.location.href} />
      <Button onClick={() => window.print()}>{t('app.print')}</Button>
    </div>
  );
}
