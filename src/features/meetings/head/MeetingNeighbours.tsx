import { useMemo } from 'react';

import type { Meeting } from '#src/api/schemas/meetings.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import styles from './MeetingNeighbours.module.css';
import { usePageTurn } from './use-page-turn.ts';

interface Props {
  meeting: Pick<Meeting, 'previous' | 'next'>;
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
        {known && <span className={styles.date}> {date(known.date, 'short')}</span>}
        <span aria-hidden="true">{side === 'next' ? ' →' : ''}</span>
      </Link>
    );
  };
  return (
    <nav className={`${styles.neighbours} no-print`} aria-label={t('meetings.neighbours')}>
      {previous !== null && words('previous', previous)}
      {next !== null && <span className={styles.next}>{words('next', next)}</span>}
      <span className={styles.hint}>{t('meetings.arrowKeys')}</span>
    </nav>
  );
}
