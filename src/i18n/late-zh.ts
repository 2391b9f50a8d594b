import about from './messages/zh/late/about.json';
import calendar from './messages/zh/late/calendar.json';
import compare from './messages/zh/late/compare.json';
import conformance from './messages/zh/late/conformance.json';
import entries from './messages/zh/late/entries.json';
import fields from './messages/zh/late/fields.json';
import filters from './messages/zh/late/filters.json';
import meetings from './messages/zh/late/meetings.json';
import people from './messages/zh/late/people.json';
import search from './messages/zh/late/search.json';
import sources from './messages/zh/late/sources.json';
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
