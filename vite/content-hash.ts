import { createHash } from 'node:crypto';

/** What a file that may be kept for good is named by, as the bundler does it: it changes with what is in the file. */
export const contentHash = (content: string): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 8);
