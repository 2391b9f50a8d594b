import { describe, expect, it } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';

import { FieldsPage } from '#src/features/fields/FieldsPage.tsx';
import { accessibilityFaults } from './accessibility-faults.ts';
import { holdingBackend } from './holding.ts';
import { answer, mount } from './mount.tsx';
import { middleOf, pointer } from './pointer.ts';
import { countEntries } from './record-count.ts';
import { watchAddresses } from './watch-addresses.ts';

const box = (name: RegExp) => page.getByRole('checkbox', { name }).first();
const searchOf = () => window.location.search;
const title = (address: string) =>
  page.getByRole('heading', { level: 2, name: `${countEntries(address)} entries`, exact: true });
/** The address of some meetings by their ordinals, both ends included. */
const meetingsFrom = (first: number, last: number) =>
  `?${Array.from({ length: last - first + 1 }, (_, index) => `meeting=${first + index}`).join('&')}`;

/** Waits until nothing is on its way: what is of an earlier choice is drawn paler until then. */
const settled = async () => {
  await expect.poll(() => document.querySelector('[aria-busy="true"]')).toBeNull();
};

const openFields = async (search = '', options = {}) => {
  await mount(`/fields${search}`, <FieldsPage />, options);
  await expect.element(page.getByRole('list', { name: /^Fields and/ })).toBeInTheDocument();
  await settled();
};
const press = async (where: Locator, key: string) => {
  (where.element() as HTMLElement).focus();
  await userEvent.keyboard(key);
};

describe('choosing a filter', () => {
  it('leaves a list open that was opened by hand, and what is in focus there', async () => {
    await openFields();
    const summary = page.getByText('Field', { exact: true }).first();
    const isOpen = () => summary.element().closest('details')?.open;
    expect(isOpen()).toBe(true);
    await summary.click();
    expect(isOpen()).toBe(false);
    await summary.click();
    const energy = page.getByRole('checkbox', { name: /^Energy/ }).last();
    for (const search of ['?field=energy', '']) {
      await press(energy, '[Space]');
      await expect.poll(searchOf).toBe(search);
      await expect.element(title(search)).toBeInTheDocument();
      expect(isOpen()).toBe(true);
    }
    await expect.element(energy).toHaveFocus();
    // All filters together fold the same way, whichever way the reader turns the screen.
    await page.viewport(800, 1000);
    await press(energy, '[Space]');
    await expect.element(title('?field=energy')).toBeInTheDocument();
    await expect.element(energy).toBeVisible();
  });

  it('finds fields and groups folded on a phone, so that none is taken for the other', async () => {
    await page.viewport(390, 844);
    await openFields();
    const isOpen = (name: string) =>
      page.getByText(name, { exact: true }).first().element().closest('details')?.open;
    expect(isOpen('Filters')).toBe(false);
    await page.getByText('Filters', { exact: true }).click();
    expect(['Group', 'Field', 'Party'].map(isOpen)).toEqual([false, false, true]);
    await page.viewport(1440, 900);
    await expect.poll(() => isOpen('Field')).toBe(true);
  });

  /** Presses a checkbox and says what it shows in that very moment and over the next frames. */
  async function pressAndWatch(name: RegExp): Promise<boolean[]> {
    const input = box(name).element() as HTMLInputElement;
    input.click();
    const shown = [input.checked];
    for (let frame = 0; frame < 10; frame += 1) {
      await new Promise(requestAnimationFrame);
      shown.push(input.checked);
    }
    return shown;
  }

  it('shows at once, keeps the last answer on screen, and the last choice wins', async () => {
    const { fetch, held, hold } = holdingBackend();
    await openFields('', { fetch });
    const heading = page.getByRole('heading', { level: 1 });
    const before = heading.element().textContent;
    const chart = page.getByRole('list', { name: /^Fields and/ });
    hold();
    expect(new Set(await pressAndWatch(/^China/))).toEqual(new Set([true]));
    expect(searchOf()).toBe('?party=china');
    await expect.element(page.getByRole('button', { name: 'Remove Party: China' })).toBeVisible();
    // What is on screen is still the answer to the question before, and says so.
    await expect.poll(() => chart.element().closest('main [aria-busy="true"]')).not.toBeNull();
    expect(heading.element().textContent).toBe(before);
    await expect.poll(() => held.length).toBe(1);
    expect(new Set(await pressAndWatch(/^Russia/))).toEqual(new Set([true]));
    expect(new Set(await pressAndWatch(/^China/))).toEqual(new Set([false]));
    expect(searchOf()).toBe('?party=russia');
    await expect.poll(() => held.at(-1)?.search.getAll('party')).toEqual(['russia']);
    // Choices that follow each other fast may never be asked for; what was asked is given up.
    await expect
      .poll(() => held.filter(({ isGivenUp }) => isGivenUp()).length)
      .toBe(held.length - 1);
    // The newest answer comes first, those that nobody waits for come late.
    for (const { letGo } of held.toReversed()) letGo();
    await expect.element(title('?party=russia')).toBeInTheDocument();
    await settled();
    expect(heading.element().textContent).not.toBe(before);
    const count = box(/^China/)
      .element()
      .parentElement?.innerText.replaceAll(/\D/g, '');
    expect(Number(count)).toBe(countEntries('?party=china'));
  });

  it('is chosen by pressing a name in the chart, on a phone too', async () => {
    await page.viewport(390, 844);
    await openFields();
    const name = page.getByRole('button', { name: 'Energy', exact: true });
    const at = middleOf(name.element());
    await pointer.press(...at);
    await pointer.release(...at);
    await expect.poll(searchOf).toBe('?field=energy');
    await expect.element(name).toHaveAttribute('aria-pressed', 'true');
  });

  it('asks before the button is up, and once', async () => {
    const { fetch, held, hold } = holdingBackend();
    await openFields('', { fetch });
    hold();
    const at = middleOf(box(/^China/).element());
    await pointer.move(...at);
    await pointer.press(...at);
    await expect.poll(() => held.length).toBe(1);
    expect(searchOf()).toBe('');
    await pointer.release(...at);
    await expect.poll(searchOf).toBe('?party=china');
    held[0]?.letGo();
    await expect.element(title('?party=china')).toBeInTheDocument();
    expect(held.map(({ search }) => search.getAll('party'))).toEqual([['china']]);
  });
});

describe('the range of meetings', () => {
  it('says where it could not be had how many entries its meetings give', async () => {
    let isDown = true;
    // The chart's question has the range, and is answered.
    const fetch = async (request: Request) => {
      const { pathname, searchParams } = new URL(request.url);
      const isOfRange = pathname.endsWith('/fields/summary') && !searchParams.has('from');
      return isDown && isOfRange ? new Response('', { status: 500 }) : answer(request);
    };
    await openFields('?from=2015-12-17', { fetch });
    const range = page.getByRole('group', { name: 'Meetings from and to' });
    await expect.element(range.getByRole('alert')).toBeInTheDocument();
    isDown = false;
    await range.getByRole('button', { name: 'Try again' }).click();
    await expect.element(range.getByRole('alert')).not.toBeInTheDocument();
  });

  const end = (name: string) => page.getByRole('combobox', { name, exact: true });
  const type = async (field: Locator, text: string) => {
    await field.fill(text);
    await press(field, '{Enter}');
  };

  it('is typed as a date or a meeting, and says what it cannot take', async () => {
    await openFields();
    await type(end('From'), '20');
    await expect.element(title(meetingsFrom(20, 30))).toBeInTheDocument();
    expect(searchOf()).toBe('?from=2015-12-17');
    await type(end('To'), '2020');
    await expect.element(title(meetingsFrom(20, 25))).toBeInTheDocument();
    await expect
      .element(page.getByText('6 meetings, 17 Dec 2015 to 2 Dec 2020'))
      .toBeInTheDocument();
    await type(end('From'), 'June');
    const refusal = () => page.getByRole('alert').query()?.textContent;
    await expect.poll(refusal).toMatch(/Neither a date nor a meeting/);
    // The field is still called by its name alone, and says why it was refused beside it.
    await expect.element(end('From')).toHaveAccessibleDescription(/Neither a date nor a meeting/);
    await settled();
    expect(await accessibilityFaults('search')).toEqual([]);
    await type(end('From'), '2021');
    await expect.poll(refusal).toMatch(/later than the last one/);
    expect(searchOf()).toBe('?from=2015-12-17&to=2020');
    await press(end('From'), '{Escape}');
    await expect.element(end('From')).toHaveValue('2015-12-17');
  });

  it('is set with two handles, by key and by drag, each drag one step back', async () => {
    await page.viewport(390, 844);
    await openFields();
    await page.getByText('Filters', { exact: true }).click();
    const handle = (name: string) => page.getByRole('slider', { name });
    const words = (name: string) => handle(name).element().getAttribute('aria-valuetext');
    const count = countEntries('?meeting=30');
    expect(words('Last meeting')).toBe(`30th meeting, 3 November 2025: ${count} entries`);
    await press(handle('Last meeting'), '{ArrowLeft}{ArrowLeft}');
    await expect.element(title(meetingsFrom(1, 28))).toBeInTheDocument();
    expect(words('Last meeting')).toMatch(/^28th meeting, 19 December 2023/);
    await userEvent.keyboard('{Home}');
    // The handles meet, and do not pass each other.
    await expect.element(title(meetingsFrom(1, 1))).toBeInTheDocument();
    expect(words('First meeting')).toMatch(/^1st meeting/);
    await userEvent.keyboard('{End}');
    await expect.element(title('')).toBeInTheDocument();
    const passed = watchAddresses();
    const [, y] = middleOf(handle('First meeting').element());
    const area = handle('First meeting').element().getBoundingClientRect();
    await pointer.move(area.x + 8, y);
    await pointer.press(area.x + 8, y);
    for (const share of [0.2, 0.3, 0.4, 0.5]) await pointer.drag(area.x + area.width * share, y);
    await pointer.release(area.x + area.width * 0.5, y);
    await expect.poll(() => words('First meeting')).toMatch(/^1[3-7]th meeting/);
    expect(passed.filter(({ by }) => by === 'pushState')).toHaveLength(1);
    expect(searchOf()).toMatch(/^\?from=20\d\d-\d\d-\d\d$/);
    history.back();
    await expect.poll(() => words('First meeting')).toMatch(/^1st meeting/);
    await expect.element(title('')).toBeInTheDocument();
    await settled();
    expect(await accessibilityFaults('search')).toEqual([]);
  });
});
