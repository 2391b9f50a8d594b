import { expect, it } from 'vitest';
import { page } from 'vitest/browser';

import { MeetingPage } from '#src/features/meetings/MeetingPage.tsx';
import type { Fetch } from '#src/api/client.ts';
import { answer, mount } from './mount.tsx';

const open = (address: string, fetch?: Fetch) =>
  mount(address, <MeetingPage />, { pattern: '/meetings/:ordinal', ...(fetch && { fetch }) });

/** The engine, with each of a meeting's entries as many times as said, each under a name of its own. */
const repeating =
  (times: number): Fetch =>
  async (request) => {
    const response = await answer(request);
    if (!new URL(request.url).pathname.endsWith('/entries')) return response;
    const body = (await response.json()) as { items: { id: string }[]; total: number };
    const items = body.items.flatMap((item) =>
      Array.from({ length: times }, (_, turn) => ({ ...item, id: `${item.id}-${turn}` })),
    );
    return Response.json({ ...body, items, total: body.total * times });
  };

it.each([
  ['en', 'That it took place: ● Confirmed'],
  ['zh', '会晤举行一事：● 已证实'],
  ['ru', 'Факт проведения: ● Подтверждено'],
])(
  'says of what a meeting is confirmed that only single sources tell of (%s)',
  async (lang, words) => {
    await open(`/meetings/28?lang=${lang}`);
    const squeezed = (text = '') => text.replaceAll(/\s+/g, '');
    const facts = () => squeezed(document.querySelector('dl')?.innerText);
    await expect.poll(facts).toContain(squeezed(words));
  },
);

it('cites an entry by its source, or as it stands here with this address', async () => {
  await open('/meetings/28');
  const entry = page.getByText(/called the relationship a ballast/);
  await expect.element(entry).toBeInTheDocument();
  const article = entry.element().closest('[id^="entry-"]');
  article?.querySelector('button')?.click();
  // In its peek, when that has come: the page has a button of this name, too.
  const peek = page.getByRole('dialog');
  await peek.getByRole('button', { name: 'Cite', exact: true }).click();
  const cited = () => page.getByRole('dialog').getByRole('status').element().textContent;
  await expect.poll(cited).toMatch(/^breakinglatest\.news.*\(2023, December 19\)/);
  await page.getByRole('radio', { name: 'This entry, with its address' }).click();
  await expect.poll(cited).toMatch(/^Communiqué\. .*called the relationship a ballast/);
  expect(cited()).toContain(`${window.location.origin}/meetings/28#entry-m28-10`);
});

it('has hundreds of entries in the page and lays out those near the window', async () => {
  const container = await open('/meetings/28', repeating(30));
  const lines = () => [...container.querySelectorAll('[id^="entry-"]')];
  const isLaidOut = (line: Element) => line.checkVisibility({ contentVisibilityAuto: true });
  await expect.poll(() => lines().length).toBe(40 * 30);
  const out = lines().filter((line) => !isLaidOut(line));
  expect(out.length).toBeGreaterThan(600);
  out.at(-1)?.scrollIntoView();
  await expect.poll(() => isLaidOut(out.at(-1) ?? container)).toBe(true);
});
