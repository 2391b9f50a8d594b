import { createContext, use } from 'react';

import type { Api } from './client.ts';

/** The client of the backend that `config.json` names; set once, above the router. */
export const ApiContext = createContext<Api | null>(null);

/** Throws where no {@link ApiContext} is above, since no view can work without a backend. */
export function useApi(): Api {
  const api = use(ApiContext);
  if (api === null) throw new Error('useApi needs an ApiContext above it');
  return api;
}
