/** What stands within a line of text: a sentence goes on around it. */
const PHRASES = new Set(
  'A ABBR B BDI CITE CODE EM FONT I MARK Q S SMALL SPAN STRONG SUB SUP TIME'.split(' '),
);

/** What stands in the page for a text that was taken out of it, and the texts that it stands for, in their order. */
const standIns = new WeakMap<Node, ChildNode>();
const originals = new WeakMap<Node, Node[]>();
/** What the app wrote into a text that something else has cut, or joined with the next; and where such texts stand. */
const written = new WeakMap<Node, string | null>();
const alteredIn = new WeakSet<Node>();
const taken = new WeakSet<Node>();
let isTouched = false;
const observer = new MutationObserver(take);

/** React leaves a mark on every element that it makes, and on a text that has neighbours. */
const isMarked = (node: Node) => Object.keys(node).some((key) => key.startsWith('__react'));
const isOfApp = (node: Node): boolean => isMarked(node) || [...node.childNodes].some(isOfApp);
const isForeign = (node: Node): node is Element => node instanceof Element && !isMarked(node);

/** The part of the page that a sentence fills, beginning from a node in it. */
function sentenceOf(node: Node): Node {
  let part = node;
  while (part.parentNode && (!(part instanceof Element) || PHRASES.has(part.tagName)))
    part = part.parentNode;
  return part;
}

function putBack(standIn: ChildNode): void {
  for (const node of originals.get(standIn) ?? []) {
    standIns.delete(node);
    standIn.before(node);
  }
  originals.delete(standIn);
  standIn.remove();
}

/** Puts back all texts of one sentence, as another language may say in one place what this one says in two. */
function putBackIn(sentence: Node): void {
  // The list itself changes with what is put back.
  const nodes = [...sentence.childNodes];
  for (const node of nodes) {
    if (originals.has(node)) putBack(node);
    else if (node instanceof Element && PHRASES.has(node.tagName)) putBackIn(node);
  }
  if (!alteredIn.delete(sentence)) return;
  const now = [...sentence.childNodes];
  for (const node of now) {
    // Beside a text that has neighbours, what the app did not make is a piece of one.
    if (!isOfApp(node)) node.remove();
    else if (node instanceof Text) node.data = written.get(node) ?? node.data;
  }
}

/** What came from outside for a removed node, in its stead or beside it just before: an element, or a text for one. */
function cameFor(node: Node, record: MutationRecord, news: Set<Node>): ChildNode | undefined {
  const { addedNodes, previousSibling, nextSibling } = record;
  const isGivenBack = originals.get(node)?.some(isMarked) === true;
  const near = [...addedNodes, previousSibling, nextSibling].filter(
    (one): one is ChildNode =>
      one !== null && (news.has(one) || (isGivenBack && one === addedNodes[0])),
  );
  return near.find((one) => !originals.has(one)) ?? near[0];
}

/** A mark of the place that a node was taken from, with nothing in its stead; the same for all that stood there. */
function placeOf({ target, previousSibling }: MutationRecord): ChildNode {
  const next = previousSibling === null ? target.firstChild : previousSibling.nextSibling;
  return next instanceof Comment ? next : target.insertBefore(new Comment(), next);
}

function standFor(node: Node, standIn: ChildNode): void {
  const texts = originals.get(node) ?? [node];
  originals.delete(node);
  originals.set(standIn, [...(originals.get(standIn) ?? []), ...texts]);
  for (const text of texts) {
    standIns.set(text, standIn);
    // Once removed from the page, a text is watched only if it is named.
    observer.observe(text, { characterDataOldValue: true });
  }
  isTouched = true;
}

/** Finds what a change from outside took out of the page. False if the change is the app's own. */
function isOutside(record: MutationRecord, news: Set<Node>): boolean {
  let isFound = isForeign(record.target) || [...record.addedNodes].some((node) => news.has(node));
  for (const node of record.removedNodes) {
    if (node.isConnected) isFound ||= isForeign(node.parentNode ?? node);
    else if (node instanceof Text || originals.has(node)) {
      const isOurs = !taken.has(node) && (originals.get(node) ?? [node]).some(isMarked);
      const standIn = cameFor(node, record, news) ?? (isOurs && placeOf(record));
      if (standIn) standFor(node, standIn);
      isFound ||= Boolean(standIn);
    }
  }
  return isFound;
}

/** The sentences in which one of the app's own changes was made. */
function changedBy(record: MutationRecord, news: Set<Node>): Node[] {
  const { target, type, addedNodes } = record;
  if (type === 'characterData') {
    if (written.get(target) === target.nodeValue)
      return isTouched ? [sentenceOf(standIns.get(target) ?? target)] : [];
    if (!written.has(target)) written.set(target, record.oldValue);
    if (isMarked(target) && target.parentNode) alteredIn.add(target.parentNode);
    isTouched = true;
    return [];
  }
  const changed = !isOutside(record, news) && isTouched ? [sentenceOf(target)] : [];
  for (const node of addedNodes) {
    const standIn = standIns.get(node);
    if (!standIn) continue;
    // It is back of itself, so that nothing has to stand for it.
    standIns.delete(node);
    originals.set(standIn, originals.get(standIn)?.filter((text) => text !== node) ?? []);
    changed.push(sentenceOf(standIn));
  }
  return changed;
}

function take(records: MutationRecord[]): void {
  const news = new Set<Node>();
  for (const { addedNodes } of records)
    for (const node of addedNodes) if (isForeign(node)) news.add(node);
  const changed = new Set(records.flatMap((record) => changedBy(record, news)));
  for (const sentence of changed) putBackIn(sentence);
  // What was done here is no news.
  observer.takeRecords();
}

/** Sees to it that a node is where the app put it, if that can be: true where it is. */
function isInPlace(parent: Node, child: ChildNode): boolean {
  if (child.parentNode === parent) return true;
  take(observer.takeRecords());
  const standIn = standIns.get(child);
  if (standIn) putBackIn(sentenceOf(standIn));
  return child.parentNode === parent;
}

/** Takes a node from wherever it is now below `parent`, and what was put around it and is empty then. */
function removeFrom(parent: Node, child: ChildNode): void {
  let around = child.parentElement;
  if (!isInPlace(parent, child) && !parent.contains(child)) return;
  taken.add(child);
  child.remove();
  while (around !== null && around !== parent && !around.hasChildNodes()) {
    const emptied = around;
    around = around.parentElement;
    emptied.remove();
  }
}

/**
 * Keeps the page working, and true, while something else than the app changes it. A browser's translation puts elements
 * of its own in place of texts, or around them. React goes on writing into the text that it made, which nobody sees any
 * more, and breaks off where it removes a node that is no longer where it was. So a sentence gets its own texts back as
 * soon as the app changes anything in it (the translation then takes it up anew), and what the app removes or inserts
 * before is looked for where it stands now.
 *
 * It has to be called before React first draws: what was changed earlier it does not know.
 */
export function bearOutsideChanges(page: Element): void {
  observer.observe(page, { childList: true, characterDataOldValue: true, subtree: true });
  const value = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
  Object.defineProperty(Node.prototype, 'nodeValue', {
    ...value,
    set(this: Node, text: string | null) {
      written.set(this, text);
      value?.set?.call(this, text);
    },
  });
  Node.prototype.removeChild = function removeWhereItIs<T extends Node>(this: Node, child: T): T {
    removeFrom(this, child as Node as ChildNode);
    return child;
  };
  Node.prototype.insertBefore = function insertWhereItIs<T extends Node>(
    this: Node,
    node: T,
    child: Node | null,
  ): T {
    const before = child as ChildNode | null;
    if (before !== null && (isInPlace(this, before) || this.contains(before))) before.before(node);
    else this.appendChild(node);
    return node;
  };
}
