/** Dates that there are, and that hardly anything in this record can have. */
import type { RecordFault } from '#src/api/record-fault.ts';
import { misplacedMeetings } from '#src/lib/meeting-order.ts';
import { shown } from '../reading/faults.ts';
import { DATES, type Part } from './edition.ts';
import { type Checked, findInTexts, warn } from './warn.ts';

/** Years from the meetings, back to what they may go back to, and on to what may be planned. */
const MOST_BEFORE = 200;
const MOST_AFTER = 60;

const yearOf = (date: string) => Number(date.slice(0, 4));

const findFar = (part: Part, value: unknown, middle: number): RecordFault[] =>
  findInTexts(value, (text, steps) => {
    // How old the record is says nothing of its meetings.
    const isOfThings = DATES.has(steps.at(-1)) && steps.at(-1) !== 'dataDate';
    const away = isOfThings ? yearOf(text) - middle : 0;
    return away < -MOST_BEFORE || away > MOST_AFTER
      ? [warn(part, steps, { code: 'date-far', values: { value: shown(text) } })]
      : [];
  });

/** Meetings of a mechanism that there was not yet. */
const checkSince = ({ mechanism: { since }, meetings }: Checked): RecordFault[] =>
  meetings.flatMap(({ date }, at) =>
    date.slice(0, since.length) < since.slice(0, date.length)
      ? [
          warn('meetings', [at, 'date'], {
            code: 'before-since',
            values: { date, since },
          }),
        ]
      : [],
  );

/** Documents that are younger than the record which cites them. */
const checkPublished = ({ mechanism, sources }: Checked): RecordFault[] =>
  'dataDate' in mechanism
    ? sources.flatMap(({ publishedOn }, at) =>
        publishedOn !== null && publishedOn.slice(0, mechanism.dataDate.length) > mechanism.dataDate
          ? [
              warn('sources', [at, 'publishedOn'], {
                code: 'published-later',
                values: { date: publishedOn, dataDate: mechanism.dataDate },
              }),
            ]
          : [],
      )
    : [];

/** Sessions that are numbered otherwise than they followed each other. */
const checkSessions = ({ commissions }: Checked): RecordFault[] =>
  commissions.flatMap(({ sessions }, at) => {
    const numbered = sessions.flatMap(({ ordinal, date }, nth) =>
      ordinal === null ? [] : [{ ordinal, date, nth }],
    );
    return misplacedMeetings(numbered).map(({ meeting, before, wrong }) =>
      warn('commissions', [at, 'sessions', wrong.nth, 'ordinal'], {
        code: 'session-order',
        values: { session: meeting.ordinal, before: before.ordinal, date: before.date },
      }),
    );
  });

export function findOddDates(record: Checked): RecordFault[] {
  const years = record.meetings.map(({ date }) => yearOf(date)).toSorted((a, b) => a - b);
  const middle = years[Math.floor(years.length / 2)];
  const parts = ['mechanism', 'meetings', 'exchangeYears', 'commissions', 'sources'] as const;
  return [
    ...checkSince(record),
    ...checkSessions(record),
    ...checkPublished(record),
    ...(middle === undefined ? [] : parts.flatMap((part) => findFar(part, record[part], middle))),
  ];
}
