import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { visitTest, newAppPage } from './app-test.ts';
import { countEntries, expectedFacts, ORDINALS, type MeetingFacts } from './meeting-facts.ts';

/** What the page of a meeting says, in the shape of what it has to say. */
function shownFacts(page: Page): Promise<MeetingFacts & { text: string }> {
  return page.evaluate(() => {
    const words = (element: Element | null | undefined) =>
      (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const all = (root: ParentNode, selector: string) => [...root.querySelectorAll(selector)];
    const article = document.querySelector('main > article') ?? document.body;
    const listed = all(article, '#sources ol > li > cite').map(words);
    const card = (element: Element) => {
      const reference = element.querySelector('button');
      const number = words(reference?.querySelector(':scope > span:nth-child(2)'));
      const [party, ...tags] = all(element, ':scope > ul > li').map(words);
      const heading = words(element.closest('section')?.querySelector('h3, h4'));
      const isPartyInCard = element.querySelector(':scope > ul > li:first-child > span > span');
      return {
        id: element.id.replace('entry-', ''),
        text: words(element.querySelector('p')),
        party: isPartyInCard ? (party ?? '') : heading,
        tags: (isPartyInCard ? tags : [party ?? '', ...tags]).toSorted(),
        source: [words(reference)],
        document: listed[Number(number) - 1] ?? null,
      };
    };
    return {
      heading: words(document.querySelector('h1')),
      facts: [words(article.querySelector('dl'))],
      chairs: all(article, 'dl + section li').map((chair) => {
        const [party, , office] = all(chair, ':scope > p').map(words);
        const [own, native] = all(chair, ':scope > p:nth-child(2) span').map(words);
        return [party, own, native ?? own, office].join('|');
      }),
      cards: all(article, '[id^="entry-"]')
        .map(card)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      sources: listed.toSorted(),
      notes: words(article.querySelector('#questions p > span[lang]')) || null,
      text: words(article),
    };
  });
}

const occurrences = (text: string, part: string) => text.split(part).length - 1;

describe.each(['en', 'zh', 'ru'] as const)('every meeting’s page in %s', (language) => {
  test('says all that the record knows of it, nothing twice and nothing else', async () => {
    const expected = await expectedFacts(language);
    const app = await newAppPage();
    await app.open(`/meetings/${ORDINALS[0]}?lang=${language}`);
    for (const ordinal of ORDINALS) {
      // The reader turns pages with the arrow key.
      if (ordinal !== ORDINALS[0]) await app.page.keyboard.press('ArrowRight');
      const wanted = expected.get(ordinal);
      if (wanted === undefined) throw new Error(`No meeting ${ordinal}`);
      await app.page
        .getByRole('heading', { level: 1, name: wanted.heading, exact: true })
        .waitFor();
      await app.page.locator('#fields').waitFor();
      await app.page.locator('#questions').waitFor();
      const shown = await shownFacts(app.page);
      expect(shown.cards.map(({ id }) => id)).toEqual(wanted.cards.map(({ id }) => id));
      for (const [index, card] of wanted.cards.entries()) {
        const own = shown.cards[index];
        expect({ text: own?.text, tags: own?.tags }).toEqual({ text: card.text, tags: card.tags });
        expect(own?.party).toContain(card.party);
        expect(own?.document).toBe(card.document);
        for (const part of card.source) expect(own?.source[0]).toContain(part);
        expect(occurrences(shown.text, card.text)).toBe(1);
      }
      for (const fact of wanted.facts) expect(shown.facts[0]).toContain(fact);
      expect(shown.chairs).toEqual(wanted.chairs);
      expect(shown.sources).toEqual(wanted.sources);
      expect(shown.notes).toBe(wanted.notes);
    }
    await app.page.context().close();
    expect(app.complaints).toEqual([]);
  });
});

describe('a reader of meetings', () => {
  visitTest('finds behind each count a list that is as long as the count', async ({ app }) => {
    await app.open('/meetings/28');
    await app.page.locator('#changes').getByText('New fields').waitFor();
    const links = await app.page.locator('main a[href$="#entries"]').evaluateAll((anchors) =>
      anchors.map((anchor) => ({
        words: anchor.textContent,
        search: new URL((anchor as HTMLAnchorElement).href).search,
      })),
    );
    expect(links.length).toBeGreaterThan(30);
    for (const { words, search } of links) {
      const count = Number(/\d+/.exec(words)?.[0]);
      expect({ words, count }).toEqual({ words, count: countEntries(search) });
    }
  });

  visitTest('is told that a meeting after the as-of date had not taken place', async ({ app }) => {
    await app.open('/meetings/28?asOf=2020-01-01');
    await app.page
      .getByText('As of 1 January 2020, this meeting had not yet taken place')
      .waitFor();
  });

  visitTest(
    'sees an exchange year’s status on the day of the meeting and as of the view’s date',
    async ({ app }) => {
      await app.open('/meetings/28?asOf=2024-06-01');
      const years = app.page.locator('#exchange-years');
      const culture = years.getByRole('listitem').filter({ hasText: 'Years of Culture' });
      await culture.getByText('Upcoming').waitFor();
      await culture.getByText('Under way').waitFor();
    },
  );

  visitTest(
    'is offered the nearest meetings where the ordinal is not on record',
    async ({ app }) => {
      await app.open('/meetings/31');
      await app.page.getByRole('heading', { name: 'There is no meeting 31 on record' }).waitFor();
      await app.page.getByRole('link', { name: '30th meeting' }).click();
      await app.page.getByRole('heading', { level: 1, name: '30th regular meeting' }).waitFor();
      // The browser itself says that the request was answered with 404: that is the point here.
      app.complaints.splice(0);
    },
  );

  visitTest(
    'narrows and sorts the list in the address, and Back undoes one step',
    async ({ app }) => {
      await app.open('/meetings');
      await app.page.getByLabel('Format').selectOption('video');
      await app.page.getByText('3 of 30 meetings').first().waitFor();
      await app.page.getByRole('button', { name: 'Entries' }).click();
      expect(new URL(app.page.url()).search).toBe('?format=video&meetingSort=-entries');
      await app.page.reload();
      await app.page.getByText('3 of 30 meetings').first().waitFor();
      expect(await app.page.locator('th[aria-sort="descending"]').innerText()).toContain('Entries');
      await app.page.goBack();
      await app.page.goBack();
      await app.page.getByRole('status').getByText('30 meetings', { exact: true }).waitFor();
    },
  );

  visitTest('reads the list of meetings in rows of two lines, at any width', async ({ app }) => {
    const { page, open } = app;
    for (const lang of ['ru', 'zh']) {
      await page.setViewportSize({ width: 1024, height: 800 });
      await open(`/meetings?lang=${lang}`);
      const lines = await page
        .getByRole('main')
        .locator('tbody td')
        .evaluateAll((cells) =>
          cells.map((cell) => {
            const words = document.createRange();
            words.selectNodeContents(cell);
            const line = Number.parseFloat(getComputedStyle(cell).lineHeight);
            return Math.round(words.getBoundingClientRect().height / line);
          }),
        );
      expect(Math.max(...lines), lang).toBe(2);
    }
  });

  visitTest('is told about choices of the list that the record does not know', async ({ app }) => {
    await app.open('/meetings?host=atlantis&chair=nobody');
    await app.page.getByText('host “atlantis”: not known here').waitFor();
    await app.page.getByText('chair “nobody”: not known here').waitFor();
    expect(await app.page.locator('tbody tr').count()).toBe(ORDINALS.length);
  });

  visitTest(
    'finds a co-chair with every meeting chaired, and the ways on from there',
    async ({ app }) => {
      await app.open('/meetings/28');
      await app.page.getByRole('link', { name: 'Li Qiang 李强' }).click();
      const card = app.page.locator('#person-li-qiang');
      await card.waitFor();
      expect(await card.getByRole('link').allInnerTexts()).toEqual([
        '28th meeting',
        '29th meeting',
        '30th meeting',
        'Entries of these meetings',
        'Compare with Li Keqiang',
      ]);
      await app.page.getByRole('heading', { level: 1, name: 'Li Qiang' }).waitFor();
      const energy = countEntries('meeting=28&meeting=29&meeting=30&field=energy');
      await app.page.getByRole('link', { name: `Energy: ${energy} entries` }).click();
      await app.page.waitForURL(/\/fields\?.*coChair=li-qiang/);
      // Whoever had chaired nothing by a day is not on the list of it, and the page says why.
      await app.open('/people/li-qiang?asOf=2010-01-01');
      await app.page
        .getByText('This person had co-chaired no meeting by the as-of date.')
        .waitFor();
    },
  );
});

describe.each(['en', 'zh', 'ru'] as const)('a meeting on paper, in %s', (language) => {
  test('fits three A4 pages with its quotations, at a size that can be read, with sources and address spelled out', async () => {
    const app = await newAppPage();
    // The two with the most entries and the most sources.
    for (const ordinal of [28, 30]) {
      await app.open(`/meetings/${ordinal}?lang=${language}`);
      for (const part of ['#changes dt', '#fields tbody', '#questions p'])
        await app.page.locator(part).first().waitFor();
      const pdf = await app.page.pdf({ preferCSSPageSize: true });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
      expect(pages?.length).toBeLessThanOrEqual(3);
    }
    await app.page.emulateMedia({ media: 'print' });
    expect(await app.page.locator('#sources').innerText()).toMatch(/https?:\/\/\S+/);
    await app.page.locator('#sources q').first().waitFor();
    expect(await app.page.getByText(app.page.url()).isVisible()).toBe(true);
    expect(await app.page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    const sizes = await app.page.evaluate(() =>
      [...document.querySelectorAll('main article *')]
        .filter((element) => element.checkVisibility() && element.childElementCount === 0)
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    );
    // 8.5 points, in pixels.
    expect(Math.min(...sizes)).toBeGreaterThan(11.3);
    await app.page.context().close();
    expect(app.complaints).toEqual([]);
  });
});
