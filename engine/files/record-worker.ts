/** The worker in which a record in files is read, checked and answered from, so that the page is free for its reader. */
import { createRecordWork } from './record-work.ts';
import { doWork, type Line } from './work-by-messages.ts';

/** The worker's own scope; the types of the DOM do not have it. */
const page = globalThis as unknown as Line;

doWork(page, createRecordWork());
page.postMessage('ready', []);
