import app from './messages/en/app.json';
import demo from './messages/en/demo.json';
import errors from './messages/en/errors.json';
import meetings from './messages/en/meetings.json';
import overview from './messages/en/overview.json';
import record from './messages/en/record.json';
import search from './messages/en/search.json';
import type { Catalogue } from './messages.ts';

export const catalogue: Catalogue = { app, demo, errors, meetings, overview, record, search };
