import { useMemo, useEffect } from 'react';
import type { To } from 'react-router';

import { useGo } from '#src/address/use-address.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import styles from './MeetingNeighbours.module.css';

interface Props {
  meeting: Pick<Meeting, 'previous' | 'next'>;
}

/** Elements in which the arrow keys already mean something. */
const OWN_ARROWS =
  'input, select, textarea, dialog, [contenteditable], [role="slider"], [role="listbox"], [role="menu"], [role="grid"], [tabindex="0"]';

/** Left and right arrow keys turn to the previous and the next page, as links beside them do. */
function usePageTurn(previous: To | null, next: To | null): void {
  const go = useGo();
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey) return;
      if (event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_ARROWS)) return;
      const to = { ArrowLeft: previous, ArrowRight: next }[event.key] ?? null;
      if (to === null) return;
      event.preventDefault();
      go(to);
    };
    window.addEventListener('keydown', turn);
    return () => window.removeEventListener('keydown', turn);
  }, [previous, next, go]);
}

/** The way to the meetings before and after; the arrow keys go the same way. */
export function MeetingNeighbours({ meeting: { previous, next } }: Props) {
  const { t, date } = useI18n();
  const linkTo = useLinkTo();
  const { meetings } = useRecord();
  const to = useMemo(() => {
    const link = (ordinal: number | null) =>
      ordinal === null ? null : linkTo(paths.meeting(ordinal));
    return { previous: link(previous), next: link(next) };
  }, [linkTo, previous, next]);
  usePageTurn(to.previous, to.next);
  const words = (side: 'previous' | 'next', ordinal: number) => {
    const known = meetings.find((meeting) => meeting.ordinal === ordinal);
    return (
      <Link to={to[side] ?? ''} rel={side === 'previous' ? 'prev' : 'next'}>
        <span aria-hidden="true">{side === 'previous' ? '← ' : ''}</span>
        {t(side === 'previous' ? 'meetings.previous' : 'meetings.next', {
          title: t('meetings.title', { ordinal }),
        })}
        {known && (
          <>
            {' '}
            <time className="quiet" dateTime={known.date}>
              {date(known.date, 'short')}
            </time>
          </>
        )}
        <span aria-hidden="true">{side === 'next' ? ' →' : ''}</span>
      </Link>
    );
  };
  return (
    <nav className={`${styles.neighbours} no-print small`} aria-label={t('meetings.neighbours')}>
      {previous !== null && words('previous', previous)}
      {next !== null && <span className={styles.next}>{words('next', next)}</span>}
      <span className={`${styles.hint} tiny quiet`}>{t('meetings.arrowKeys')}</span>
    </nav>
  );
}
