import type { CDPSession, Page } from 'playwright-core';

import type { Random } from '#src/lib/random.ts';

/** Words that find something and words that do not, in the scripts that readers type; one is markup. */
const WORDS = [
  'energy',
  'nuclear power',
  '能源',
  'энергетика',
  'ö',
  '1',
  '<b>x</b>',
  'a'.repeat(300),
];
const DATES = ['2019-06-20', '1996-12-28', '2025-02-28', '9999-12-31', '0001-01-01', ''];
const KEYS =
  'Tab Shift+Tab Enter Space Escape ArrowLeft ArrowRight ArrowUp ArrowDown Home End PageDown PageUp Control+k ? / c'.split(
    ' ',
  );
const SIZES = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const;

/** What the reader may press or fill in next, and where it is on the screen. */
interface Target {
  x: number;
  y: number;
  what: 'press' | 'type' | 'date' | 'choose' | 'slide';
  name: string;
}

/** One of what there is to use on the page, brought into view: first a kind of control, so that long lists do not swamp the rest. */
function findTarget([kindBy, oneBy, avoid]: [number, number, string]): Target | null {
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  const controls =
    'a[href], button, summary, input, select, textarea, [role="slider"], [role="option"], [tabindex="0"]';
  const isInside = (link: HTMLAnchorElement | SVGAElement) => {
    const to = new URL(link.getAttribute('href') ?? '', document.baseURI);
    const isPage = to.origin === window.location.origin && !/\.\w+$/.test(to.pathname);
    return isPage && !link.hasAttribute('download') && (link.getAttribute('target') ?? '') === '';
  };
  const found = [...(dialog ?? document).querySelectorAll<HTMLElement>(controls)].filter(
    (one) =>
      one.checkVisibility({ visibilityProperty: true }) &&
      !one.matches(':disabled') &&
      !(avoid !== '' && one.closest(avoid)) &&
      (!(one instanceof HTMLAnchorElement || one instanceof SVGAElement) || isInside(one)),
  );
  const kinds = Map.groupBy(
    found,
    (one) => `${one.tagName} ${one.getAttribute('type') ?? ''} ${one.getAttribute('class') ?? ''}`,
  );
  const kind = [...kinds.values()][Math.floor(kindBy * kinds.size)] ?? [];
  const one = kind[Math.floor(oneBy * kind.length)];
  if (one === undefined) return null;
  one.scrollIntoView({ block: 'center', inline: 'center' });
  const { left, top, width, height } = one.getBoundingClientRect();
  const whatOf = (): Target['what'] => {
    if (one instanceof HTMLSelectElement) return 'choose';
    if (one instanceof HTMLTextAreaElement) return one.readOnly ? 'press' : 'type';
    if (!(one instanceof HTMLInputElement)) return 'press';
    if (['checkbox', 'radio'].includes(one.type)) return 'press';
    return one.type === 'date' ? 'date' : one.type === 'range' ? 'slide' : 'type';
  };
  const what = whatOf();
  if (what !== 'press') one.focus({ preventScroll: true });
  const label = one.getAttribute('aria-label') ?? one.textContent ?? '';
  return {
    x: left + width / 2,
    y: top + height / 2,
    what,
    name: `${one.tagName.toLowerCase()} ${label.trim().slice(0, 40)}`,
  };
}

/** Where in this app the reader can go back and forward to without leaving it. */
function ways(): { back: boolean; forward: boolean } {
  const entries = window.navigation.entries();
  const at = window.navigation.currentEntry?.index ?? 0;
  return {
    back: entries[at - 1]?.sameDocument === true,
    forward: entries[at + 1]?.sameDocument === true,
  };
}

/** Keys may follow a link that presses leave alone, to a file or out of the app: nothing comes of it. */
function stayInApp(): void {
  const stay = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link === null) return;
    const to = new URL(link.getAttribute('href') ?? '', document.baseURI);
    if (to.origin !== window.location.origin || /\.\w+$/.test(to.pathname)) event.preventDefault();
  };
  window.addEventListener('click', stay, { capture: true });
}

/** Gives a value to the focused field as its own user interface does. */
function setFocused(value: string): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
  const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLSelectElement;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A way of using the page, and how often it is gone, of all weights together. */
interface Act {
  weight: number;
  go: () => Promise<string>;
}

export interface Reader {
  /** Does one thing and says what. */
  step: () => Promise<string>;
}

interface Choice {
  page: Page;
  random: Random;
  /** Controls within what this selector matches are left alone. */
  avoid?: string;
  /** What else may befall the page. */
  more?: readonly Act[];
}

/** Composes a word as an input method does, by the browser's own events; it may be cancelled. */
async function compose(debug: CDPSession, word: string, isKept: boolean): Promise<void> {
  for (let end = 1; end <= word.length; end += 1) {
    const text = word.slice(0, end);
    await debug.send('Input.imeSetComposition', {
      text,
      selectionStart: end,
      selectionEnd: end,
    });
  }
  if (isKept) await debug.send('Input.insertText', { text: word });
  else
    await debug.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
}

/** Uses a page by chance: presses, types, composes, chooses, goes back and forward, scrolls, resizes. */
export async function randomReader({
  page,
  random,
  avoid = '',
  more = [],
}: Choice): Promise<Reader> {
  const debug = await page.context().newCDPSession(page);
  await page.addInitScript(stayInApp);
  await page.evaluate(stayInApp);
  const use = async (): Promise<string> => {
    const target = await page.evaluate(findTarget, [random.next(), random.next(), avoid] as [
      number,
      number,
      string,
    ]);
    if (target === null) return 'nothing to use';
    const { x, y, what, name } = target;
    if (what === 'choose' || what === 'slide') {
      const values = await page.evaluate(() => {
        const field = document.activeElement;
        if (field instanceof HTMLSelectElement) return [...field.options].map(({ value }) => value);
        if (!(field instanceof HTMLInputElement)) return [];
        return [field.min, field.max, String((Number(field.min) + Number(field.max)) / 2)];
      });
      const value = values.length > 0 ? random.pick(values) : '';
      await page.evaluate(setFocused, value);
      return `${what} ${value} in ${name}`;
    }
    if (what === 'date') {
      const date = random.pick(DATES);
      await page.evaluate(setFocused, date);
      return `date ${date} in ${name}`;
    }
    if (what === 'type') {
      const word = random.pick(WORDS);
      await page.keyboard.press('Control+a');
      if (random.next() < 0.5) {
        await compose(debug, word.slice(0, 12), random.next() < 0.7);
        return `compose ${word.slice(0, 12)} in ${name}`;
      }
      await page.keyboard.insertText(word);
      return `type ${word.slice(0, 12)} in ${name}`;
    }
    await page.mouse.click(x, y);
    return `press ${name}`;
  };
  const acts: Act[] = [
    { weight: 70, go: use },
    {
      weight: 10,
      go: async () => {
        const key = random.pick(KEYS);
        await page.keyboard.press(key);
        return `key ${key}`;
      },
    },
    {
      weight: 8,
      go: async () => {
        const { back, forward } = await page.evaluate(ways);
        const isBack = random.next() < 0.7;
        if (!(isBack ? back : forward)) return 'no way there';
        await page.evaluate((by) => window.history.go(by), isBack ? -1 : 1);
        return isBack ? 'back' : 'forward';
      },
    },
    {
      weight: 8,
      go: async () => {
        const by = Math.round((random.next() - 0.3) * 4000);
        await page.mouse.wheel(0, by);
        return `scroll ${by}`;
      },
    },
    {
      weight: 2,
      go: async () => {
        const [width, height] = random.pick(SIZES);
        await page.setViewportSize({ width, height });
        return `resize ${width}`;
      },
    },
    ...more,
  ];
  const total = acts.reduce((sum, { weight }) => sum + weight, 0);
  return {
    step: async () => {
      let at = random.next() * total;
      const act = acts.find(({ weight }) => (at -= weight) < 0);
      return (await act?.go()) ?? '';
    },
  };
}
