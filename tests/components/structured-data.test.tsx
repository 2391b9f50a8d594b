import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';

import { StructuredData } from '#src/ui/StructuredData.tsx';
import { mount } from './mount.tsx';

// As Chromium does while the page stands still.
vi.mock('#src/lib/trusted.ts', () => ({
  dataScript: () => {
    throw new TypeError('The provided callback is no longer runnable.');
  },
}));

it('data for search engines that the browser refuses leaves the page as it is', async () => {
  await mount(
    '/',
    <>
      <StructuredData data={{ '@type': 'Dataset' }} />
      <p>What the reader came for</p>
    </>,
  );
  await expect.element(page.getByText('What the reader came for')).toBeVisible();
  expect(document.head.querySelector('[type="application/ld+json"]')).toBeNull();
});
