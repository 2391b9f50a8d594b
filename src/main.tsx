import { createRoot } from 'react-dom/client';

import { start } from './app/start.tsx';

const root = document.getElementById('root');
const failure = document.getElementById('start-failure');

if (root && failure) {
  start(createRoot(root), { loadMock: () => import('#mocks/start.ts') }).catch((error: unknown) => {
    // Nothing of the app could be had, not even its words: the page itself has some.
    root.hidden = true;
    failure.hidden = false;
    console.error(error);
  });
}
