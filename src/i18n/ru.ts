import app from './messages/ru/app.json';
import calendar from './messages/ru/calendar.json';
import compare from './messages/ru/compare.json';
import demo from './messages/ru/demo.json';
import entries from './messages/ru/entries.json';
import errors from './messages/ru/errors.json';
import fields from './messages/ru/fields.json';
import filters from './messages/ru/filters.json';
import meetings from './messages/ru/meetings.json';
import overview from './messages/ru/overview.json';
import people from './messages/ru/people.json';
import record from './messages/ru/record.json';
import search from './messages/ru/search.json';
import sources from './messages/ru/sources.json';
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
