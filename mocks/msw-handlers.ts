import { http, HttpResponse } from 'msw/http';

import type { Handler } from '#engine/requests/answer-requests.ts';
import { ROUTES } from '#engine/requests/contract-routes.ts';

/** Rejecting is how `fetch` says that the network failed; MSW has an answer that stands for it. */
function toResolver(handler: Handler) {
  return async ({ request }: { request: Request }) => {
    try {
      return await handler(request);
    } catch (error) {
      if (error instanceof TypeError) return HttpResponse.error();
      throw error;
    }
  };
}

/** One handler for each path of the contract, and one for every other address below it, which is a 404. */
export function createMswHandlers(handler: Handler, baseUrl: string) {
  const resolve = toResolver(handler);
  const paths = ROUTES.map(({ path }) => path.replace(/\{(\w+)\}/, ':$1'));
  return [...paths, '/*'].map((path) => http.all(`${baseUrl}${path}`, resolve));
}
