import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { SearchButton } from '#src/features/search/SearchButton.tsx';
import { accessibilityFaults } from './accessibility-faults.ts';
import { answer, mount } from './mount.tsx';

const dialog = page.getByRole('dialog', { name: 'Search the record' });
const field = dialog.getByRole('combobox');
const options = (group: string | RegExp) =>
  dialog.getByRole('group', { name: group }).getByRole('option');
const chosen = () => document.querySelector('dialog [role="option"][aria-selected="true"]');

/** Types into the open search and waits until it has answered exactly that. */
async function ask(text: string): Promise<void> {
  await field.fill(text);
  await expect
    .poll(() => document.querySelector('dialog [role="status"]')?.textContent)
    .toMatch(/match(es)?\b/);
  await expect
    .poll(() => document.querySelector('dialog [role="listbox"]')?.getAttribute('aria-busy'))
    .toBe('false');
}

const openSearch = async (address = '/', backend = {}) => {
  await mount(address, <SearchButton />, backend);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect.element(field).toHaveFocus();
};

beforeEach(() => localStorage.clear());

describe('a reader who searches', () => {
  it('finds the 28th meeting by whatever is known of it', async () => {
    await openSearch();
    const ways = [
      '28',
      '2023-12-19',
      '19 December 2023',
      'Beijing 2023',
      '北京 2023',
      'Пекин 2023',
    ];
    const coChairs = ['Li Qiang', '李强', 'Ли Цян', 'liqiang', 'Mishustin', '米舒斯京', 'МИШУСТИН'];
    for (const way of [...ways, ...coChairs]) {
      await ask(way);
      await expect
        .element(options(/^Meetings/).filter({ hasText: '28th meeting' }), { message: way })
        .toBeVisible();
    }
  });

  it('is shown the name that was found beside the one in this language', async () => {
    await openSearch();
    await ask('李强');
    const people = options(/^People/);
    expect(people.elements().map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Li Qiang\s*李强$/),
    ]);
    expect(people.element().querySelector('[lang="zh"]')?.textContent).toBe('李强');
  });

  it('is told where it could not be had who speaks, and asks for it again', async () => {
    let isDown = true;
    const fetch = async (request: Request) =>
      isDown && new URL(request.url).pathname.endsWith('/entries')
        ? new Response('', { status: 500 })
        : answer(request);
    await openSearch('/', { fetch });
    await ask('ballast');
    const entry = () =>
      options(/^Entries/)
        .first()
        .element().textContent;
    await expect.element(dialog.getByRole('alert')).toBeVisible();
    expect(entry()).not.toMatch(/· Russia/);
    isDown = false;
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(entry).toMatch(/· Russia/);
    await expect.element(dialog.getByRole('alert')).not.toBeInTheDocument();
  });

  it('goes from match to match by key, and opens the first before the answer is there', async () => {
    await openSearch();
    await userEvent.keyboard('harbin');
    await expect.poll(() => chosen()?.textContent).toMatch(/Harbin/);
    const all = () => dialog.getByRole('option').elements();
    await userEvent.keyboard('{ArrowDown}');
    expect(chosen()).toBe(all()[1]);
    expect(field.element().getAttribute('aria-activedescendant')).toBe(all()[1]?.id);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(chosen()).toBe(all().at(-1));
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await userEvent.keyboard('/');
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('28{Enter}');
    await expect.poll(() => window.location.pathname).toBe('/meetings/28');
  });

  it('opens the search again before the one that was closed is gone', async () => {
    await openSearch();
    // The platform tells late that a dialog was closed; until then the focus stays in it.
    const closed = dialog.element() as HTMLDialogElement;
    closed.close();
    const slash = { key: '/', bubbles: true, cancelable: true };
    closed.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', slash));
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('28');
    await expect.element(field).toHaveValue('28');
  });

  it('is led to the page that each kind of match is about, on the same day', async () => {
    await openSearch('/?asOf=2024-06-01');
    const targets = {
      '28': '/meetings/28',
      'Ли Цян': '/meetings/28',
      Sports: '/fields/sports',
      'Years of Culture': '/exchange-years/culture-2024-2025',
      'seed-28': '/sources/seed-28',
      'stated purpose stronger strategic partnership': '/meetings/28',
    };
    for (const [text, pathname] of Object.entries(targets)) {
      await ask(text);
      const link = dialog.element().querySelector(`a[href^="${pathname}?"]`);
      expect(link?.getAttribute('href'), text).toContain('asOf=2024-06-01');
    }
  });

  it('is told in words when nothing matches, and that a long text is cut', async () => {
    await openSearch();
    await ask('zzzz');
    await expect.element(dialog.getByText('Nothing on record matches “zzzz”.')).toBeVisible();
    await ask('x'.repeat(10_000));
    await expect
      .element(dialog.getByText(/Only the first 200 characters are searched\./))
      .toBeVisible();
  });

  it('is offered other forms of a word that is found in none', async () => {
    await openSearch();
    await ask('спортом');
    await dialog.getByRole('button', { name: 'Search for what begins with “спорт”' }).click();
    await expect.poll(() => chosen()?.textContent).toMatch(/Sport/);
    // Where there is none, nothing is offered.
    await ask('zzzzzz');
    await expect.element(dialog.getByText('Nothing on record matches “zzzzzz”.')).toBeVisible();
    expect(dialog.getByRole('button', { name: /begins with/ }).query()).toBeNull();
  });

  it('is led from traditional characters to what the record writes in simplified ones', async () => {
    await openSearch();
    await ask('農業');
    // The field's name is found in both.
    await expect.element(options(/^Cooperation fields/).first()).toHaveTextContent('Agriculture');
    await dialog.getByRole('button', { name: 'Search for “农业”' }).click();
    await expect.element(field).toHaveValue('农业');
    await expect.element(options(/^Entries \(17\)/).first()).toBeVisible();
    await expect.element(dialog.getByRole('button', { name: /“農業”/ })).not.toBeInTheDocument();
  });

  it('comes to no harm with odd text', async () => {
    await openSearch();
    const odd = [
      '.*(a+)+$[',
      '\\',
      '%',
      '<img src=x onerror=alert(1)>',
      "' OR 1=1 --",
      'שלום עולם',
      `${'a'.repeat(199)}😀`,
      '\u202Egnirts',
    ];
    for (const text of odd) {
      await ask(text);
      expect(dialog.getByRole('alert').query()).toBeNull();
    }
    await ask('28');
    await expect.poll(() => chosen()?.textContent).toMatch(/28th meeting/);
  });

  it('is offered what was searched for before, until it is forgotten', async () => {
    await openSearch();
    await ask('customs');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog).not.toBeInTheDocument();
    await openSearch('/about');
    await dialog.getByRole('button', { name: 'customs' }).click();
    await expect.element(field).toHaveValue('customs');
    await field.fill('');
    await dialog.getByRole('button', { name: 'Forget them' }).click();
    await expect
      .element(dialog.getByText(/^Type a number, a date, a name or a word/))
      .toBeVisible();
  });

  it('meets no barrier, with and without matches', async () => {
    await openSearch();
    expect(await accessibilityFaults('dialog')).toEqual([]);
    for (const text of ['28', 'zzzz']) {
      await ask(text);
      expect(await accessibilityFaults('dialog')).toEqual([]);
    }
  });
});
