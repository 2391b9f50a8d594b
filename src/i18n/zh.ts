import app from './messages/zh/app.json';
import demo from './messages/zh/demo.json';
import errors from './messages/zh/errors.json';
import meetings from './messages/zh/meetings.json';
import overview from './messages/zh/overview.json';
import record from './messages/zh/record.json';
import search from './messages/zh/search.json';
import type { Catalogue } from './messages.ts';

export const catalogue: Catalogue = { app, demo, errors, meetings, overview, record, search };
