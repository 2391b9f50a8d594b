import type { Mechanism } from '#src/api/schemas/common.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import type { Translator } from '#src/i18n/translator.ts';

type Placed = Pick<MeetingSummary, 'place' | 'venue' | 'format' | 'host'>;

/** The place in words; why there is none, where there is none. */
export function placeWords({ place, format }: Placed, { t, name }: Translator): string {
  if (place !== null) return name(place.name);
  return t(format === 'video' ? 'meetings.noPlaceVideo' : 'meetings.noPlace');
}

/** Who was host, in words: a party, or why it was neither. */
export function hostWords(
  { host, place, format }: Placed,
  mechanism: Mechanism,
  { t, name }: Translator,
): string {
  const party = mechanism.parties.find(({ id }) => id === host);
  if (party !== undefined) return name(party.name);
  if (format === 'video') return t('meetings.noHostVideo');
  return t(place === null ? 'meetings.noHostUnknown' : 'meetings.noHostOther');
}
