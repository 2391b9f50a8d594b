import { useMemo, useEffect, useEffectEvent, useRef } from 'react';
import { NavigationType, useNavigationType } from 'react-router';

import { paths } from '#src/address/paths.ts';
import type { Filters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useAsOf, useFilters, useChangedSearch } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toDay } from '#src/lib/dates/day-number.ts';
import { unbroken } from '#src/lib/dates/unbroken.ts';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { BandsFigure } from '../figure/BandsFigure.tsx';
import { calendarFinding, useFigureData } from '../layout/use-figure-data.ts';
import styles from '../figure/figure.module.css';
import { levelWindow } from '../layout/time-window.ts';
import { useFigureSize, WIDE } from '../layout/use-figure-size.ts';
import { usePrefersReducedMotion } from '#src/ui/use-media.ts';

interface Props {
  /** The cooperation field whose exchange years stand out. */
  focusField: string | null;
  /** The ordinal of the meeting in focus. */
  meeting: number | null;
}

const HEIGHT = 190;

/** A link that puts a value into a filter of the present view, or takes it out where it is already there. */
function useToggleLink() {
  const searchOf = useChangedSearch();
  const filters = useFilters();
  return <Name extends 'meeting' | 'exchangeYear'>(name: Name, value: Filters[Name][number]) => {
    const isSet = filters[name].some((one) => one === value);
    return { search: searchOf({ [name]: isSet ? [] : [value] }) };
  };
}

/**
 * The exchange years and the meetings on one time axis, for a page that shows other things beside it: choosing one
 * puts it into the address instead of leaving the page.
 */
export function BandsPanel({ focusField, meeting }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { mechanism, meetings } = useRecord();
  const { asOf } = useAsOf();
  const filters = useFilters();
  const { bands, lines, bounds, centre } = useFigureData();
  const { ref, probe, size } = useFigureSize();
  const linkTo = useLinkTo();
  const toggle = useToggleLink();
  useChosenInView(filters.meeting[0], 'briefing');
  const isWide = size !== null && size.width >= WIDE * size.scale;
  const window = useMemo(
    () => levelWindow(isWide ? 'all' : 'decade', centre, bounds),
    [isWide, centre, bounds],
  );
  const focus = useMemo(() => {
    if (focusField === null && filters.exchangeYear.length === 0) return null;
    const chosen = bands.filter(
      ({ exchangeYear: { id, field } }) =>
        filters.exchangeYear.includes(id) || field.id === focusField,
    );
    return new Set(chosen.map(({ exchangeYear }) => exchangeYear.id));
  }, [bands, focusField, filters.exchangeYear]);
  return (
    <Panel
      title={bands.length === 0 ? t('meetings.timelineTitle') : calendarFinding(bands, asOf, i18n)}
      lead={t(bands.length === 0 ? 'calendar.meetingsLead' : 'calendar.bandsLead', {
        from: toDay(window.from).slice(0, 4),
        to: toDay(window.to - 1).slice(0, 4),
        date: unbroken(i18n.date(asOf)),
      })}
      actions={<Link to={linkTo(paths.calendar())}>{t('calendar.open')}</Link>}
    >
      <div ref={ref} className={styles.figure}>
        <span ref={probe} className={styles.probe} aria-hidden="true" />
        {size === null ? (
          <Skeleton height={HEIGHT} />
        ) : (
          <BandsFigure
            size={size}
            window={window}
            bands={bands}
            meetings={meetings}
            pointLanes={NO_LANES}
            lines={lines}
            links={{
              mechanism,
              asOf,
              toMeeting: (ordinal) => toggle('meeting', ordinal),
              toExchangeYear: (id) => toggle('exchangeYear', id),
              toItem: () => linkTo(paths.calendar()),
            }}
            focus={focus}
            selectedMeeting={meeting}
            hasTitles={false}
          />
        )}
      </div>
    </Panel>
  );
}

const NO_LANES: [] = [];

/**
 * Where a press chooses something that another part of the page tells of, brings the head of that part into view if it is
 * not: on a phone it lies a thousand pixels above. The focus stays where it is, and who chooses by key stays with it.
 */
function useChosenInView(chosen: number | undefined, partId: string): void {
  const isPressed = useRef(false);
  const isBack = useNavigationType() === NavigationType.Pop;
  useEffect(() => {
    const note = ({ detail }: MouseEvent) => {
      isPressed.current = detail > 0;
    };
    document.addEventListener('click', note, true);
    return () => document.removeEventListener('click', note, true);
  }, []);
  const isCalm = usePrefersReducedMotion();
  const show = useEffectEvent(() => {
    const part = document.getElementById(partId);
    // On Back the page is where the reader was.
    if (part === null || !isPressed.current || isBack) return;
    const { top } = part.getBoundingClientRect();
    if (top >= 0 && top < window.innerHeight) return;
    part.scrollIntoView({ behavior: isCalm ? 'instant' : 'smooth' });
  });
  useEffect(() => {
    if (chosen !== undefined) show();
  }, [chosen]);
}
