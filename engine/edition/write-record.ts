import { mkdir, readFile, writeFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

import { Mechanism } from '#src/api/schemas/common.ts';
import {
  ExchangeYearFact,
  RECORD_FILES,
  type RecordData,
  type EventFact,
} from '../record/record.ts';
import { type RecordContent, toDataVersion } from '../record/data-version.ts';
import { eventIds } from '../record/item-ids.ts';
import { isEditionFile } from './edition.ts';
import { nameFaults, parseFiles, type ReadEdition } from './parse-edition.ts';
import { readNamedFiles } from './read-parts.ts';

/** One fact a line: compact, and a changed fact is a changed line. */
function toLines(items: readonly unknown[]): string {
  return `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}

function toFileText(value: RecordData[keyof RecordData]): string {
  if (Array.isArray(value)) return `${toLines(value)}\n`;
  const lines = Object.entries(value).map(
    ([key, item]) =>
      `${JSON.stringify(key)}: ${Array.isArray(item) ? toLines(item) : JSON.stringify(item)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}

async function keptExchangeYears(folder: string): Promise<ExchangeYearFact[]> {
  const text = await readText(join(folder, RECORD_FILES.exchangeYears));
  const kept = v.safeParse(v.array(ExchangeYearFact), text === null ? [] : JSON.parse(text));
  return kept.success ? kept.output : [];
}

async function keptMechanism(folder: string) {
  const text = await readText(join(folder, RECORD_FILES.mechanism));
  if (text === null) return null;
  const kept = v.safeParse(Mechanism, JSON.parse(text));
  return kept.success ? kept.output : null;
}

/** An edition of the same mechanism that says nothing of other names leaves those that the record has. */
function withOtherNames(mechanism: RecordContent['mechanism'], kept: Mechanism | null) {
  const listed = kept?.id === mechanism.id ? kept.otherNames : undefined;
  const { otherNames = listed } = mechanism;
  return { ...mechanism, ...(otherNames && { otherNames }) };
}

export type Written = { dataVersion: string; dataDate: string; changed: string[] };

/** Writes only the files whose text changes; the data's date stays as long as its version does. */
export async function writeRecord(
  folder: string,
  edition: RecordContent,
  today: string,
): Promise<Written> {
  const exchangeYears = keepEventIds(edition.exchangeYears, await keptExchangeYears(folder));
  const kept = await keptMechanism(folder);
  const content = { ...edition, mechanism: withOtherNames(edition.mechanism, kept), exchangeYears };
  const dataVersion = await toDataVersion(content);
  const dataDate = kept?.dataVersion === dataVersion ? kept.dataDate : today;
  const record: RecordData = {
    ...content,
    mechanism: { ...content.mechanism, dataVersion, dataDate },
  };
  await mkdir(folder, { recursive: true });
  const changed: string[] = [];
  for (const part of Object.keys(RECORD_FILES) as (keyof RecordData)[]) {
    const path = join(folder, RECORD_FILES[part]);
    const text = toFileText(record[part]);
    if ((await readText(path)) === text) continue;
    await writeFile(path, text);
    changed.push(RECORD_FILES[part]);
  }
  return { dataVersion, dataDate, changed };
}

const keyOf = ({ kind, text }: EventFact) => `${kind} ${text}`;

/** The id of each event by what it says; what several say alike cannot be told apart. */
function idsByWords(year: ExchangeYearFact): Map<string, string> {
  const ids = eventIds(year);
  const alike = Map.groupBy(year.events.entries(), ([, event]) => keyOf(event));
  return new Map(
    [...alike].flatMap(([key, [first, ...more]]) => {
      const id = first && ids[first[0]];
      return id === undefined || more.length > 0 ? [] : [[key, id] as const];
    }),
  );
}

/** Without the ids that an event would have anyway, beside those that the others state. */
function withoutNeedless(year: ExchangeYearFact): ExchangeYearFact {
  return year.events.reduce((slim, event, index) => {
    if (event.id === undefined) return slim;
    const { id, ...rest } = event;
    const events = slim.events.with(index, rest);
    return eventIds({ ...slim, events })[index] === id ? { ...slim, events } : slim;
  }, year);
}

/**
 * Lets an event whose date is corrected keep the id that it had in the record before, since a calendar that was
 * subscribed to or taken along knows it by that: it is told by its kind and its words. Other events state no id.
 */
function keepEventIds(
  years: readonly ExchangeYearFact[],
  before: readonly ExchangeYearFact[],
): ExchangeYearFact[] {
  return years.map((year) => {
    const earlier = before.find(({ id }) => id === year.id);
    if (earlier === undefined) return year;
    const [kept, now] = [idsByWords(earlier), idsByWords(year)];
    const events = year.events.map((event) => {
      const id = kept.get(keyOf(event));
      const own = now.get(keyOf(event));
      return id === undefined || own === undefined || id === own ? event : { ...event, id };
    });
    return withoutNeedless({ ...year, events });
  });
}

const namesIn = (folder: string) => readdir(folder).catch((): string[] => []);

/** The files that have a say: those of JSON, and whatever lies among the translations. */
async function findFiles(folder: string): Promise<string[]> {
  const beside = (await namesIn(folder)).filter((name) => name.endsWith('.json'));
  const translations = await namesIn(join(folder, 'translations'));
  return [...beside, ...translations.map((name) => `translations/${name}`)];
}

/** Reads and checks a folder; a file that is missing, unknown or not JSON is an error like any other. */
export async function readEdition(folder: string): Promise<ReadEdition> {
  const found = await findFiles(folder);
  const files = new Set([...Object.values(RECORD_FILES), ...found.filter(isEditionFile)]);
  const byName = Object.fromEntries([...files].map((file) => [file, file]));
  const { parts, errors } = await readNamedFiles(folder, byName);
  return parseFiles(parts, [...nameFaults(found), ...errors]);
}
