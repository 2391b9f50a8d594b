import type { Edition } from './edition.ts';

const name = (en: string) => ({ en });
const status = 'confirmed' as const;

const createGround = (): Pick<
  Edition,
  'mechanism' | 'fields' | 'places' | 'people' | 'offices'
> => ({
  mechanism: {
    id: 'test',
    name: name('Test'),
    since: '2001',
    parties: [
      { id: 'norway', country: 'NO', name: name('Norway') },
      { id: 'chile', country: 'CL', name: name('Chile') },
    ],
    dataStatus: 'demonstration',
  },
  fields: {
    groups: [{ id: 'sea', name: name('Sea') }],
    fields: [{ id: 'fishing', group: 'sea', name: name('Fishing') }],
  },
  places: [{ id: 'oslo', country: 'NO', name: name('Oslo') }],
  people: [{ id: 'ola', party: 'norway', name: name('Ola') }],
  offices: [{ id: 'minister', party: 'norway', name: name('Minister') }],
});

const createYearAndCommission = (): Pick<Edition, 'exchangeYears' | 'commissions'> => ({
  exchangeYears: [
    {
      id: 'fishing-2002',
      name: name('Fishing Years'),
      field: 'fishing',
      years: '2002/2003',
      hosting: [{ year: 2002, host: 'chile', name: 'Fishing in Chile' }],
      events: [
        {
          kind: 'opening',
          date: '2002-01',
          text: 'Opened.',
          source: null,
          place: 'oslo',
          country: null,
        },
      ],
      figures: [{ label: 'boats', value: 3, unit: 'boats', source: 'report' }],
      sources: ['report'],
      status,
      notes: null,
    },
  ],
  commissions: [
    {
      id: 'c1',
      name: name('Commission'),
      founded: '1999',
      fields: ['fishing'],
      sessions: [{ ordinal: null, date: '2000-05', source: 'report', place: null }],
      sources: [],
      status,
      notes: null,
    },
  ],
});

/** A small edition of another mechanism, in which everything holds: for the tests of this folder. */
export function createEdition(): Edition {
  const coChair = { party: 'norway', person: 'ola', office: 'minister', source: 'report' };
  const meeting = {
    place: 'oslo',
    venue: null,
    format: 'in-person' as const,
    coChairs: [coChair],
    attendance: { text: 'Many came.', source: 'report', locator: null },
    sources: ['report'],
    status,
    notes: 'The day is disputed.',
  };
  return {
    ...createGround(),
    meetings: [
      { ...meeting, ordinal: 1, date: '2001' },
      { ...meeting, ordinal: 2, date: '2002-02-28' },
    ],
    entries: [
      {
        id: 'e1',
        meeting: 2,
        kind: 'announcement',
        party: 'joint',
        fields: ['fishing'],
        text: 'The fishing years were opened.',
        source: 'report',
        locator: null,
        status,
      },
    ],
    ...createYearAndCommission(),
    sources: [
      {
        id: 'report',
        title: 'Report',
        publisher: 'Agency',
        url: 'https://example.org/report',
        publishedOn: null,
        language: 'en',
      },
    ],
  };
}
