import app from './messages/en/app.json';
import calendar from './messages/en/calendar.json';
import compare from './messages/en/compare.json';
import demo from './messages/en/demo.json';
import entries from './messages/en/entries.json';
import errors from './messages/en/errors.json';
import fields from './messages/en/fields.json';
import filters from './messages/en/filters.json';
import meetings from './messages/en/meetings.json';
import overview from './messages/en/overview.json';
import people from './messages/en/people.json';
import record from './messages/en/record.json';
import search from './messages/en/search.json';
import sources from './messages/en/sources.json';
import type { Catalogue } from './messages.ts';

export const catalogue: Catalogue = {
  app,
  calendar,
  compare,
  demo,
  entries,
  errors,
  fields,
  filters,
  meetings,
  overview,
  people,
  record,
  search,
  sources,
};
