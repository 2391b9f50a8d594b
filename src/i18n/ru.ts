import app from './messages/ru/app.json';
import demo from './messages/ru/demo.json';
import errors from './messages/ru/errors.json';
import meetings from './messages/ru/meetings.json';
import overview from './messages/ru/overview.json';
import record from './messages/ru/record.json';
import search from './messages/ru/search.json';
import type { Catalogue } from './messages.ts';

export const catalogue: Catalogue = { app, demo, errors, meetings, overview, record, search };
