import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { toEntryFilters } from '#src/address/filters.ts';
import { useAsOf, useFilters } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { AddressNotice } from '#src/app/notices/AddressNotice.tsx';
import { ChartPanel } from '#src/features/fields/ChartPanel.tsx';
import { EntriesPanel } from '#src/features/fields/entries/EntriesPanel.tsx';
import { useChartForm } from '#src/features/fields/series/use-chart-form.ts';
import { accessibilityFaults } from './accessibility-faults.ts';
import { mount } from './mount.tsx';

const searchOf = () => window.location.search;

function useEntryParams() {
  const filters = useFilters();
  const { asOf } = useAsOf();
  return useMemo(() => toEntryFilters(filters, asOf), [filters, asOf]);
}

function Chart() {
  const { dimensions } = useChartForm();
  const params = useEntryParams();
  const query = useQuery(summaryQuery(useApi(), { ...params, ...dimensions }));
  return <ChartPanel query={query} finding="" />;
}

function Entries() {
  return (
    <>
      <AddressNotice otherData={null} />
      <EntriesPanel params={useEntryParams()} />
    </>
  );
}

const settled = async () => {
  await expect.poll(() => document.querySelector('[aria-busy="true"], [data-skeleton]')).toBeNull();
};

const openHeat = async (search: string) => {
  await mount(`/fields?chart=heat${search}`, <Chart />);
  await expect.element(page.getByRole('grid')).toBeVisible();
  await settled();
};

/**
 * Chooses an order, and looks at every frame until what reads aloud, which goes through the document, has the order that
 * the eye has: in which order the heads stand, and which counts stand anywhere but at their field and their meeting.
 */
async function watchOrder(what: 'rows' | 'columns', group: string, choice: string) {
  const all = (selector: string) => [...document.querySelectorAll(`[role="grid"] ${selector}`)];
  const at = (one: Element, side: 'top' | 'left') => Math.round(one.getBoundingClientRect()[side]);
  const words = (list: Element[]) => list.map((one) => one.textContent).join();
  const [heads, side] =
    what === 'rows' ? (['tbody th', 'top'] as const) : (['thead th + th', 'left'] as const);
  const countAt = new Map<string, string>();
  const look = () => {
    const columns = new Map(all('thead th + th').map((one) => [at(one, 'left'), one.textContent]));
    const rows = new Map(all('tbody th').map((one) => [at(one, 'top'), one.textContent]));
    const misplaced = all('tbody td').flatMap((cell) => {
      const where = `${rows.get(at(cell, 'top'))}, ${columns.get(at(cell, 'left'))}`;
      const known = countAt.get(where) ?? cell.textContent;
      countAt.set(where, known);
      return known === cell.textContent ? [] : [where];
    });
    return {
      byEye: words(all(heads).toSorted((a, b) => at(a, side) - at(b, side))),
      readOut: words(all(heads)),
      misplaced,
    };
  };
  const seen = [look()];
  const labels = [...document.querySelectorAll('main fieldset')]
    .find((one) => one.textContent.startsWith(group))
    ?.querySelectorAll('label');
  [...(labels ?? [])].find((label) => label.textContent === choice)?.click();
  let isDone = false;
  while (!isDone) {
    await new Promise(requestAnimationFrame);
    const now = look();
    isDone = now.byEye !== seen[0]?.byEye && now.byEye === now.readOut;
    seen.push(now);
  }
  return seen;
}

describe('the heat map', () => {
  it.each([
    ['rows', 'Order', 'Name'],
    ['columns', 'Columns', 'Count'],
  ] as const)(
    'is seen with its %s in a new order in one step, each count in its place, and then read out',
    async (what, group, choice) => {
      await openHeat('&from=2001');
      const seen = await watchOrder(what, group, choice);
      expect(seen.flatMap(({ misplaced }) => misplaced)).toEqual([]);
      const orders = new Set(seen.map(({ byEye }) => byEye));
      expect(orders.size).toBe(2);
      expect(seen.at(-1)?.readOut).toBe([...orders][1]);
    },
  );

  it('is one stop of the Tab key, walked with arrows, and has no barrier', async () => {
    await openHeat('&field=energy&field=sports&from=2021');
    const stops = document.querySelectorAll('[role="grid"] [tabindex="0"]');
    expect(stops.length).toBe(1);
    (stops[0] as HTMLElement).focus();
    const name = () => document.activeElement?.getAttribute('aria-label') ?? '';
    await userEvent.keyboard('{End}');
    expect(name()).toMatch(/^Energy, 30th meeting: \d+ entr(y|ies)$/);
    await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowDown}');
    expect(name()).toMatch(/^Sports, /);
    expect(await accessibilityFaults('main')).toEqual([]);
  });
});

describe('the table of entries', () => {
  it('has the columns that the address says, and never none', async () => {
    await mount('/fields?columns=party,text,nonsense&field=energy', <Entries />);
    await expect.element(page.getByText(/columns “nonsense”/)).toBeVisible();
    const heads = () => [...document.querySelectorAll('#entries thead th')];
    const names = () => heads().map((head) => (head as HTMLElement).innerText.trim());
    await expect.poll(names).toEqual(['Party', 'Entry']);
    await page.getByText('2 of 7 columns').click();
    const box = (name: string) => page.getByRole('checkbox', { name });
    await box('Party').click();
    await expect.poll(searchOf).toMatch(/columns=text(&|$)/);
    await expect.element(box('Entry')).toBeDisabled();
    await box('Evidence').click();
    await expect.poll(searchOf).toMatch(/columns=text%2Cstatus/);
    await expect.poll(names).toEqual(['Entry', 'Evidence']);
    // The order is by meeting still, which no head shows.
    await page.getByLabelText('Order', { exact: true }).selectOptions('Entry, ascending');
    await expect.poll(searchOf).toMatch(/entrySort=text/);
    await expect.poll(() => heads()[0]?.getAttribute('aria-sort')).toBe('ascending');
    await settled();
    expect(await accessibilityFaults('#entries')).toEqual([]);
  });
});
