import { createContext, use } from 'react';

import type { OpenRecord } from './opened-record.ts';

/** What the mock can act, each with words of its own in the menu. */
export type Scenario = Exclude<
  keyof typeof import('../i18n/messages/en/demo.json'),
  'menu' | 'lead' | 'open'
>;

/** Which backend answers, as far as the interface tells its reader. */
export interface Backend {
  mode: 'mock' | 'remote' | 'files' | 'opened';
  /**
   * Absolute: where the contract's paths begin, without a trailing slash; of a record in files, their folder; of one that
   * the reader has opened, what its file is called.
   */
  address: string;
  /** The mock's scenarios and the one that answers now; empty with a remote backend. */
  scenarios: readonly Scenario[];
  scenario: Scenario | null;
  /** True while another scenario is on its way, to answer in place of this one. */
  isChanging?: boolean;
  /** The scenario that the address asked for, where there is no such scenario. */
  refusedScenario: string | null;
  /** Whether the app, and what was seen, may be kept in this browser for use without a network. */
  worksOffline: boolean;
  /** Addresses of the record's files, where a worker has read them beside the page. */
  fetched?: (() => Promise<readonly string[]>) | undefined;
  /** Where readers sign in, with `{address}` for the address that they come back to; null where nobody said. */
  signIn: string | null;
  /** Reads a record from a reader's own files. */
  openRecord: OpenRecord;
  /** Where readers report errors, `mailto:` or `https:`; null where the configuration names nothing. */
  corrections: string | null;
}

export const BackendContext = createContext<Backend | null>(null);

/** Throws outside of a {@link BackendContext}. */
export function useBackend(): Backend {
  const backend = use(BackendContext);
  if (backend === null) throw new Error('useBackend needs a BackendContext above it');
  return backend;
}
