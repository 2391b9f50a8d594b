import about from './messages/en/late/about.json';
import calendar from './messages/en/late/calendar.json';
import compare from './messages/en/late/compare.json';
import conformance from './messages/en/late/conformance.json';
import entries from './messages/en/late/entries.json';
import fields from './messages/en/late/fields.json';
import filters from './messages/en/late/filters.json';
import meetings from './messages/en/late/meetings.json';
import people from './messages/en/late/people.json';
import search from './messages/en/late/search.json';
import sources from './messages/en/late/sources.json';
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
