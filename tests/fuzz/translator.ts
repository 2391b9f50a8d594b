import type { Page } from 'playwright-core';

/** The words of the page as they stand, without spaces: a translation may set others. */
export function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText.replaceAll(/\s+/g, ''));
}

/**
 * Does to the page what browsers' translations do, now and with whatever comes: elements of their own around a text, in
 * its place, or so that the first text of a sentence says all of it and the others nothing, in turn. The words stay the
 * same, so that whatever differs from an untouched page is untrue.
 */
export async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const done = new WeakSet<Node>();
    const skipped = 'script, style, textarea, svg, code, font, [translate="no"]';
    const standFor = (content: string | Node) => {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      inner.append(content);
      return outer;
    };
    const manners: ((texts: Text[]) => void)[] = [
      (texts) => {
        for (const text of texts) text.replaceWith(standFor(text.data));
      },
      (texts) => {
        for (const text of texts) {
          done.add(text);
          const place = document.createComment('');
          text.replaceWith(place);
          place.replaceWith(standFor(text));
        }
      },
      (texts) => {
        const whole = texts.map(({ data }) => data).join('');
        for (const [at, text] of texts.entries()) text.replaceWith(standFor(at === 0 ? whole : ''));
      },
      (texts) => {
        for (const text of texts) {
          const standIn = standFor(text.data);
          text.after(standIn);
          text.remove();
        }
      },
    ];
    let turn = 0;
    const take = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text) || done.has(node) || node.data.trim() === '') continue;
        if (node.parentElement?.closest(skipped) === null) texts.push(node);
      }
      for (const sentence of Map.groupBy(texts, (text) => text.parentNode).values()) {
        const areTogether = sentence.every((text, at) => {
          const before = sentence[at - 1];
          return before === undefined || text.previousSibling === before;
        });
        turn += 1;
        manners[areTogether ? turn % manners.length : 0]?.(sentence);
      }
    };
    take(document.body);
    new MutationObserver((changes) => {
      for (const target of new Set(changes.map((change) => change.target))) take(target);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

/**
 * Does to the page what extensions do that mark words: cuts texts in two and puts an element around the second part, now and
 * with whatever comes. With `joins`, it then puts their texts together again, as they do where nothing is looked for any more:
 * a text that stood beside another becomes part of it.
 */
export async function markWords(page: Page, { joins }: { joins: boolean }): Promise<void> {
  await page.evaluate((isJoining) => {
    const skipped = 'script, style, textarea, svg, code, mark, option';
    const take = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode())
        if (node instanceof Text && node.parentElement?.closest(skipped) === null) texts.push(node);
      for (const text of texts) {
        const { parentElement } = text;
        if (isJoining) parentElement?.normalize();
        else if (text.data.trim().length > 6) {
          const mark = document.createElement('mark');
          const rest = text.splitText(Math.floor(text.data.length / 2));
          rest.replaceWith(mark);
          mark.append(rest);
        }
      }
    };
    take(document.body);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node instanceof Element) take(node);
    }).observe(document.body, { childList: true, subtree: true });
  }, joins);
}

/** Does to the page what extensions do: wraps its fields, adds to its forms, takes away what they block. */
export async function meddle(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const field of document.querySelectorAll('input, select')) {
      const wrapper = document.createElement('span');
      field.replaceWith(wrapper);
      wrapper.append(field, document.createElement('password-manager'));
    }
    for (const part of document.querySelectorAll('main, main > *, ul, p')) {
      part.prepend(document.createElement('aside'));
      part.append(document.createElement('aside'));
    }
    for (const blocked of document.querySelectorAll('li:nth-child(2n), p:nth-of-type(2n)'))
      blocked.remove();
  });
}
