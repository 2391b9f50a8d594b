import app from './messages/zh/app.json';
import calendar from './messages/zh/calendar.json';
import compare from './messages/zh/compare.json';
import demo from './messages/zh/demo.json';
import entries from './messages/zh/entries.json';
import errors from './messages/zh/errors.json';
import fields from './messages/zh/fields.json';
import filters from './messages/zh/filters.json';
import meetings from './messages/zh/meetings.json';
import overview from './messages/zh/overview.json';
import people from './messages/zh/people.json';
import record from './messages/zh/record.json';
import search from './messages/zh/search.json';
import sources from './messages/zh/sources.json';
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
