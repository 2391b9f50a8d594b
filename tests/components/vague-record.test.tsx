import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';

import type { MeetingFact, RecordData } from '#engine/record/record.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { CalendarPage } from '#src/features/calendar/CalendarPage.tsx';
import { ExchangeYearPage } from '#src/features/calendar/ExchangeYearPage.tsx';
import { FieldsPage } from '#src/features/fields/FieldsPage.tsx';
import { RecordPanel } from '#src/features/about/RecordPanel.tsx';
import { ComparePage } from '#src/features/compare/ComparePage.tsx';
import { PeoplePage } from '#src/features/people/PeoplePage.tsx';
import { SourcesPage } from '#src/features/sources/SourcesPage.tsx';
import { MeetingsPage } from '#src/features/meeting-list/MeetingsPage.tsx';
import { MeetingPage } from '#src/features/meetings/MeetingPage.tsx';
import { PersonPage } from '#src/features/people/PersonPage.tsx';
import { OTHER_MECHANISM } from '#tests/fixtures/other-mechanism.ts';
import { mount } from './mount.tsx';

const facts = OTHER_MECHANISM.meetings[0];
if (facts === undefined) throw new Error('The record has no meeting');
const held = (ordinal: number, date: string, more: Partial<MeetingFact> = {}): MeetingFact => ({
  ...facts,
  ordinal,
  date,
  ...more,
});

/** Meetings at the very ends of the axis, one known to the year in which an exchange year opens, and one still to come. */
const VAGUE: RecordData = {
  ...OTHER_MECHANISM,
  people: [
    ...OTHER_MECHANISM.people,
    { id: 'dee-moss', name: { en: 'Dee Moss' }, party: 'aurelia' },
  ],
  meetings: [
    held(101, '1931-01-02'),
    held(102, '1932', { place: 'nordhavn' }),
    held(1115, '1940-12-30', { coChairs: [] }),
  ],
  entries: [],
  exchangeYears: ['1932', '1933-07/1934-06', '1934-07/1935-06'].flatMap((years, index) =>
    OTHER_MECHANISM.exchangeYears.map((year) => ({
      ...year,
      id: `year-${index}`,
      years,
      hosting: [],
    })),
  ),
};

/** A record of so many meetings that no screen has room for a number at each. */
const CROWDED: RecordData = {
  ...OTHER_MECHANISM,
  meetings: Array.from({ length: 60 }, (_, index) => held(index + 1, `${1880 + index}`)),
  entries: Array.from({ length: 60 }, (_, index) =>
    OTHER_MECHANISM.entries.slice(0, 1).map((entry) => ({
      ...entry,
      id: `entry-${index}`,
      meeting: index + 1,
      exchangeYears: [],
    })),
  ).flat(),
};

const open = (address: string, part: React.ReactNode, pattern?: string, record = VAGUE) =>
  mount(address, part, {
    fetch: createHandler(record, { baseUrl: `${window.location.origin}/api/v1` }),
    ...(pattern !== undefined && { pattern }),
  });

describe('a record whose dates are vague, or at the ends of its years', () => {
  it('has each mark of the timeline whole, in one line and beside the names of the rows', async () => {
    await open('/meetings?asOf=1938-01-01', <MeetingsPage />);
    const mark = (name: RegExp) => page.getByRole('link', { name });
    await expect.element(mark(/^1,115th regular/)).toBeVisible();
    // From the beginning of the axis on, which is wider than the page.
    page.getByRole('figure').element().scrollLeft = 0;
    const first = mark(/^101st regular/).element();
    const label = page.getByRole('heading', { name: 'Hosted by Aurelia' }).element();
    const { right } = label.getBoundingClientRect();
    expect(first.getBoundingClientRect().left).toBeGreaterThanOrEqual(right);
    const last = mark(/^1,115th regular/).element();
    const { scrollHeight, clientHeight } = last;
    expect(scrollHeight).toBe(clientHeight);
  });

  it('is not said to hold no meeting before the first was held', async () => {
    await open('/meetings?asOf=1930-01-01', <MeetingsPage />);
    await expect
      .element(page.getByText('No meeting is on record as of 1 January 1930.'))
      .toBeVisible();
  });

  it('is not said to be without what came later', async () => {
    const asOf = 'asOf=1930-01-01';
    await open(`/compare?a=101-102&b=1115&${asOf}`, <ComparePage />);
    const replaced =
      'Nothing of “101-102” had been held by the as-of date; 102nd meeting is shown instead.';
    await expect.element(page.getByText(replaced)).toBeVisible();
    await open(`/people?${asOf}`, <PeoplePage />);
    const nobody = page.getByText('No co-chair is on record by the as-of date.');
    await expect.element(nobody).toBeVisible();
    await open(`/sources?${asOf}`, <SourcesPage />);
    const nothing = page.getByText('Nothing on record by 1 January 1930 rests on a document.');
    await expect.element(nothing).toBeVisible();
  });

  it('has its numbers lead to as much as they say, whatever the as-of date and what is still to come', async () => {
    const [entry] = OTHER_MECHANISM.entries;
    if (entry === undefined) throw new Error('The record has no entry');
    const due: RecordData = {
      ...VAGUE,
      meetings: [...VAGUE.meetings, held(1116, '2999-05')],
      entries: [{ ...entry, meeting: 1116, exchangeYears: [] }],
    };
    const asOfIn = (link: Element) =>
      new URL(link.getAttribute('href') ?? '', window.location.href).searchParams.get('asOf');
    const count = page.getByRole('link', { name: '1 entry', exact: true });
    await open('/about?asOf=1938-01-01', <RecordPanel />, undefined, due);
    await expect.element(count).toBeVisible();
    expect(asOfIn(count.element())).toBe('2999-05-31');
    const documents = page.getByRole('link', { name: '2 sources' }).element();
    expect(asOfIn(documents)).toBeNull();
    await open('/meetings/1116', <MeetingPage />, '/meetings/:ordinal', due);
    await expect.element(count.first()).toBeVisible();
    expect(asOfIn(count.first().element())).toBe('2999-05-31');
  });

  it('tells no status on the day of a meeting whose day nobody knows', async () => {
    await open('/meetings/102', <MeetingPage />, '/meetings/:ordinal');
    const years = page.getByRole('region', { name: /^Exchange years/ });
    await expect.element(years.getByText('not known, as its day is not on record')).toBeVisible();
  });

  it('does not say that nobody chaired where nobody is on record', async () => {
    await open('/meetings/1115', <MeetingPage />, '/meetings/:ordinal');
    const changes = page.getByRole('region', { name: /^Since the 102nd meeting/ });
    await expect.element(changes.getByText('Ada Quill and Bo Fjeld → not on record')).toBeVisible();
  });

  it('says of whom no co-chair is on record, where only the other one is, and where nobody is', async () => {
    const alone = held(101, '1931-01-02', { coChairs: facts.coChairs.slice(0, 1) });
    const record = { ...VAGUE, meetings: [alone, ...VAGUE.meetings.slice(1)] };
    await open('/meetings/101', <MeetingPage />, '/meetings/:ordinal', record);
    await expect
      .element(page.getByText(/^No co-chair of .+ is on record\.$/).first())
      .toBeVisible();
    await open('/meetings', <MeetingsPage />);
    const cell = page.getByRole('cell', { name: 'not on record', exact: true });
    await expect.element(cell).toBeVisible();
  });

  it('offers no calendar file without anything in it', async () => {
    const years = VAGUE.exchangeYears.map((year) => ({ ...year, events: [] }));
    const record = { ...VAGUE, exchangeYears: years };
    await open('/exchange-years/year-0', <ExchangeYearPage />, '/exchange-years/:id', record);
    await expect.element(page.getByText('No event on record')).toBeVisible();
    await expect.element(page.getByRole('button', { name: /iCalendar/ })).not.toBeInTheDocument();
  });

  it('compares meetings that are still to come, and counts nothing as silent that was not due yet', async () => {
    const [entry] = OTHER_MECHANISM.entries;
    if (entry === undefined) throw new Error('The record has no entry');
    const entries = [101, 102].map((meeting) => ({
      ...entry,
      id: `of-${meeting}`,
      meeting,
      exchangeYears: [],
    }));
    const record = { ...VAGUE, entries };
    await open('/compare?a=101&b=102&asOf=1931-06-01', <ComparePage />, undefined, record);
    const later = page.getByText(/^As of 1 June 1931, the 102nd meeting had not yet taken place/);
    await expect.element(later).toBeVisible();
    await expect.element(page.getByText(/the 101st meeting had not/)).not.toBeInTheDocument();
    const finding = page.getByRole('heading', { name: /0 fields gained, 0 dropped, 2 kept$/ });
    await expect.element(finding).toBeVisible();
    await expect.element(page.getByText(/nothing on record to compare/)).not.toBeInTheDocument();
    // Of two that had been held and say nothing, no filter is the reason.
    await open('/compare?a=101&b=102', <ComparePage />);
    const silent = page.getByText('No entry is on record by the as-of date.');
    await expect.element(silent).toBeVisible();
    await expect.element(page.getByText(/under these filters/)).not.toBeInTheDocument();
  });

  it('calls a person by name who has chaired nothing yet', async () => {
    await open('/people/dee-moss', <PersonPage />, '/people/:person');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Dee Moss' })).toBeVisible();
    await expect
      .element(page.getByText(/had co-chaired no meeting by the as-of date/))
      .toBeVisible();
  });

  it('has the years before and after an exchange year within a phone, however long their dates', async () => {
    await page.viewport(390, 800);
    await open('/exchange-years/year-1?lang=ru', <ExchangeYearPage />, '/exchange-years/:id');
    await expect.element(page.getByText('июль 1934 г.–июнь 1935 г.')).toBeVisible();
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
});

describe('a record without a meeting', () => {
  it('has no lane for meetings in its calendar', async () => {
    const record = { ...VAGUE, meetings: [] };
    await open('/calendar', <CalendarPage />, undefined, record);
    const drawing = page.getByRole('group', { name: /^Exchange years, meetings/ });
    await expect.element(drawing.getByRole('link').first()).toBeVisible();
    expect(drawing.element().textContent).not.toMatch(/Meetings/);
    await expect
      .element(drawing.getByRole('toolbar', { name: 'Meetings' }))
      .not.toBeInTheDocument();
  });
});

describe('a record of many meetings', () => {
  it('has no numbers over its columns that would run into each other', async () => {
    await page.viewport(1440, 900);
    await open('/fields?chart=time', <FieldsPage />, undefined, CROWDED);
    const totals = page.getByRole('list', { name: /^Entries over time/ });
    await expect.element(totals.getByRole('link').first()).toBeInTheDocument();
    expect(totals.element().getBoundingClientRect().width).toBeLessThan(10);
  });
});
