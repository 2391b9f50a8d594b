import about from './messages/ru/late/about.json';
import calendar from './messages/ru/late/calendar.json';
import compare from './messages/ru/late/compare.json';
import conformance from './messages/ru/late/conformance.json';
import entries from './messages/ru/late/entries.json';
import fields from './messages/ru/late/fields.json';
import filters from './messages/ru/late/filters.json';
import meetings from './messages/ru/late/meetings.json';
import people from './messages/ru/late/people.json';
import search from './messages/ru/late/search.json';
import sources from './messages/ru/late/sources.json';
import type { LateCatalogue } from './messages.ts';

export const catalogue: LateCatalogue = {
  about,
  calendar,
  compare,
  conformance,
  entries,
  fields,
  filters,
  meetings,
  people,
  search,
  sources,
};
