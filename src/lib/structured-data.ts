import type { CreativeWork, Dataset, Event, Place, WithContext } from 'schema-dts';

import { knownOf, type LanguageMap, type Mechanism } from '#src/api/schemas/common.ts';
import { MeetingFormat, type Meeting } from '#src/api/schemas/meetings.ts';
import type { Source } from '#src/api/schemas/sources.ts';

const CONTEXT = 'https://schema.org';

/** A name in the language of the page. */
type ToName = (names: LanguageMap) => string;

/** A document, as schema.org's CreativeWork. */
function sourceData(source: Source): Exclude<CreativeWork, string> {
  return {
    '@type': 'CreativeWork',
    identifier: source.id,
    name: source.standIn?.text ?? source.title,
    inLanguage: source.language,
    url: source.url,
    publisher: { '@type': 'Organization', name: source.publisher },
    ...(source.publishedOn !== null && { datePublished: source.publishedOn }),
    ...(source.archivedUrl !== undefined && { archivedAt: source.archivedUrl }),
    ...(source.copy?.of && {
      isBasedOn: { '@type': 'CreativeWork', identifier: source.copy.of },
    }),
  };
}

const ATTENDANCE = {
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  video: 'https://schema.org/OnlineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
} as const satisfies Record<(typeof MeetingFormat.options)[number], string>;

/** Where a meeting was held; a meeting without a place on record has none here either. */
function placeOf({ place, venue, venueName }: Meeting, name: ToName): Place | null {
  if (place === null) return null;
  return {
    '@type': 'Place',
    name: (venueName && name(venueName)) ?? venue ?? name(place.name),
    address: {
      '@type': 'PostalAddress',
      addressLocality: name(place.name),
      addressCountry: place.country,
    },
  };
}

/** A meeting, as schema.org's Event; `title` and `url` are those of its page. */
export function meetingData(
  meeting: Meeting,
  mechanism: Mechanism,
  page: { title: string; url: string; name: ToName },
): WithContext<Event> {
  const { name } = page;
  const location = placeOf(meeting, name);
  const format = knownOf(MeetingFormat, meeting.format);
  return {
    '@context': CONTEXT,
    '@type': 'Event',
    name: page.title,
    url: page.url,
    startDate: meeting.date,
    ...(format !== null && { eventAttendanceMode: ATTENDANCE[format] }),
    eventStatus: 'https://schema.org/EventScheduled',
    ...(location !== null && { location }),
    organizer: mechanism.parties.map((party) => ({
      '@type': 'GovernmentOrganization',
      name: name(party.name),
    })),
    performer: meeting.coChairs.map(({ person, office }) => ({
      '@type': 'Person',
      name: name(person.name),
      jobTitle: name(office.name),
    })),
    superEvent: { '@type': 'EventSeries', name: name(mechanism.name) },
    subjectOf: meeting.sources.map(sourceData),
  };
}

/** A document's own page. */
export function sourcePageData(source: Source): WithContext<CreativeWork> {
  return { '@context': CONTEXT, ...sourceData(source) };
}

/** The record as a whole, as schema.org's Dataset. */
export function recordData(
  mechanism: Mechanism,
  page: { description: string; url: string; name: ToName },
): WithContext<Dataset> {
  const { name } = page;
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    name: name(mechanism.name),
    description: page.description,
    url: page.url,
    version: mechanism.dataVersion,
    dateModified: mechanism.dataDate,
    isAccessibleForFree: true,
    temporalCoverage: `${mechanism.since}/..`,
    distribution: { '@type': 'DataDownload', encodingFormat: 'application/zip', url: page.url },
  };
}
