import { expectSame } from '../../backend-under-test.ts';
import type { CheckContext } from '../../check.ts';

export type Event = {
  uid: string;
  start: string;
  end: string;
  stamp: string;
  sequence: string;
  summary: string;
  /** Its summary and its place as they are shown. */
  title: string;
  location: string;
  /** All that is said of it, its white space as single spaces: where a sentence stands is the backend's own choice. */
  said: string;
  /** True if the days are said to be days, and not times. */
  isOfDays: boolean;
};

const unescape = (text: string) =>
  text.replaceAll(/\\(.)/g, (_, sign: string) => (/[nN]/.test(sign) ? '\n' : sign));
export const toLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
export const unfold = (text: string) => text.replaceAll(/\r?\n[ \t]/g, '');

/** The all-day events of a file; lines are unfolded first. */
function readEvents(text: string): Event[] {
  const valueOf = (event: string, name: string) =>
    new RegExp(`^${name}(?:;[^:\\r\\n]*)?:([^\\r\\n]*)`, 'm').exec(event)?.[1] ?? '';
  return unfold(text)
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => ({
      uid: valueOf(event, 'UID'),
      start: valueOf(event, 'DTSTART'),
      end: valueOf(event, 'DTEND'),
      stamp: valueOf(event, 'DTSTAMP'),
      sequence: valueOf(event, 'SEQUENCE'),
      summary: valueOf(event, 'SUMMARY'),
      title: toLine(unescape(valueOf(event, 'SUMMARY'))),
      location: toLine(unescape(valueOf(event, 'LOCATION'))),
      said: toLine(unescape(event)),
      isOfDays: /^DTSTART;(?:[^:\r\n]*;)?VALUE=DATE[;:]/m.test(event),
    }));
}

export async function read({ backend }: CheckContext, query = '') {
  const address = `/calendar.ics${query}`;
  const { status, headers, text } = await backend.ask(address);
  const request = `GET ${address}`;
  expectSame('calendar', request, 'status', status, 200);
  return { request, text, events: readEvents(text), sent: headers.get('date') };
}

export const compact = (day: string) => day.replaceAll('-', '');
