import * as v from 'valibot';

import {
  count,
  EdtfDate,
  EvidenceStatus,
  Field,
  growing,
  identifier,
  LanguageMap,
  LocalText,
  Named,
  type NewerValue,
  ordinal,
  Place,
} from './common.ts';
import { MeetingFormat } from './meetings.ts';
import { Source, supported } from './sources.ts';

export const CommissionSession = v.object({
  ordinal: v.nullable(ordinal),
  date: EdtfDate,
  until: v.optional(EdtfDate),
  place: v.nullable(Place),
  ...supported,
});
export type CommissionSession = v.InferOutput<typeof CommissionSession>;

export const Commission = v.object({
  ...Named.entries,
  founded: v.nullable(EdtfDate),
  fields: v.array(Field),
  sessions: v.array(CommissionSession),
  sources: v.array(Source),
  status: growing(EvidenceStatus),
  notes: v.nullable(LocalText),
});
export type Commission = v.InferOutput<typeof Commission>;

export const CommissionList = v.object({ items: v.array(Commission), total: count });
export type CommissionList = v.InferOutput<typeof CommissionList>;

export const CalendarItemKind = v.picklist([
  'meeting',
  'announced',
  'opening',
  'closing',
  'event',
  'session',
]);
export type CalendarItemKind = v.InferOutput<typeof CalendarItemKind> | NewerValue;

/**
 * Anything dated. `until` is the last day of what lasted several days; see `intervalOf`. `text` is set where the record has a sentence (events of exchange years); a meeting or a session is
 * named by `meeting`, or by `commission` and `session` (its ordinal, where known).
 */
export const CalendarItem = v.object({
  id: identifier,
  kind: growing(CalendarItemKind),
  date: EdtfDate,
  until: v.optional(EdtfDate),
  text: v.nullable(LocalText),
  meeting: v.nullable(ordinal),
  exchangeYear: v.nullable(Named),
  commission: v.nullable(Named),
  session: v.nullable(ordinal),
  fields: v.array(Field),
  place: v.nullable(Place),
  host: v.nullable(identifier),
  format: v.nullable(growing(MeetingFormat)),
  source: v.nullable(Source),
});
export type CalendarItem = v.InferOutput<typeof CalendarItem>;

/** Ordered by first possible day, then by id; `title` of the mechanism's calendar. */
export const CalendarItemList = v.object({
  title: LanguageMap,
  from: EdtfDate,
  to: EdtfDate,
  items: v.array(CalendarItem),
  total: count,
});
export type CalendarItemList = v.InferOutput<typeof CalendarItemList>;
