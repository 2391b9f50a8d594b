/**
 * The two parties, each in the place of the other. A row that names a party says now and then by other things whose it is:
 * where most of these say otherwise, somebody filled a column, or wrote its heading, the wrong way round.
 */
import type { RecordFault } from '#src/api/record-fault.ts';
import type { Steps } from './check-shape.ts';
import type { Part } from './edition.ts';
import { type Checked, warn } from './warn.ts';

type Party = Checked['mechanism']['parties'][number];
/** A cell that names a party, and which one the rest of the row speaks for. */
type Sign = { steps: Steps; said: string | null; meant: string | null };

/** One alone may be a coincidence, also in a short record. */
const FEWEST = 2;
/** Of as many some are always wrong, but not so often. */
const MANY = 20;
const OFTEN = 0.2;

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** What a party is called: by the record, and as a country. */
const namesOf = ({ name, country }: Party): string[] =>
  [...Object.values(name), regions.of(country)].filter((one) => one !== undefined);

const escaped = (name: string) => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
/** A name at the beginning of a word, where its script has words apart. */
const patternOf = (name: string) =>
  new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])${escaped(name)}`, 'u');

/** The one party that a text names; null where it names none, or several. */
function createNamedIn(parties: readonly Party[]) {
  const known = parties.map((party) => ({ id: party.id, patterns: namesOf(party).map(patternOf) }));
  return (text: string): string | null => {
    const named = known.filter(({ patterns }) => patterns.some((one) => one.test(text)));
    return named.length === 1 ? (named[0]?.id ?? null) : null;
  };
}

const domainOf = (address: string) =>
  /^https?:\/\/[^/?#]*\.([a-z]{2})(?::\d+)?(?:[/?#]|$)/i.exec(address)?.[1]?.toUpperCase();

const isTelling = ({ said, meant }: Sign) => said !== null && meant !== null;

/** Those of a list that name the other party; told once, with the places. */
const ofOther = (part: Part, how: string, signs: readonly Sign[]): RecordFault[] =>
  signs
    .filter((sign) => isTelling(sign) && sign.said !== sign.meant)
    .map(({ steps }) => warn(part, steps, { code: 'parties-exchanged', values: { how } }));

/** The same where most of the list do. */
function exchanged(part: Part, how: string, signs: readonly Sign[]): RecordFault[] {
  const [wrong, told] = [ofOther(part, how, signs), signs.filter(isTelling).length];
  const isMost = wrong.length >= FEWEST && wrong.length * 2 > told;
  const isMany = told >= MANY && wrong.length > told * OFTEN;
  return isMost || isMany ? wrong : [];
}

/** A person is of one party, whichever meeting they chaired. */
function checkChairs({ meetings, people }: Checked): RecordFault[] {
  const parties = new Map(people.map(({ id, party }) => [id, party]));
  return meetings.flatMap(({ coChairs }, at) =>
    coChairs.flatMap(({ person, party }, nth) => {
      const other = parties.get(person) ?? party;
      const values = { party, person, other };
      return other === party
        ? []
        : [warn('meetings', [at, 'coChairs', nth, 'party'], { code: 'chair-of-other', values })];
    }),
  );
}

const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A party that has the name, or the country, that another one is known by. */
function checkOwn({ mechanism: { parties } }: Checked): RecordFault[] {
  const isKnownAs = ({ id, name }: Party, called: string) =>
    [id, ...Object.values(name)].some((one) => bare(one) === bare(called));
  return parties.flatMap((party, at) => {
    const { name, country } = party;
    const told = (called: string | undefined, isOwn: boolean, steps: Steps) => {
      const other = parties.find((one) => one !== party && isKnownAs(one, called ?? ''));
      return other === undefined || isOwn
        ? []
        : [
            warn('mechanism', ['parties', at, ...steps], {
              code: 'name-of-other',
              values: { party: other.id },
            }),
          ];
    };
    const region = regions.of(country);
    return [
      ...told(name.en, bare(party.id) === bare(name.en), ['name', 'en']),
      ...told(region, isKnownAs(party, region ?? ''), ['country']),
    ];
  });
}

type Year = Checked['exchangeYears'][number];
/** By the places in them. */
type Countries = ReadonlyMap<string, string>;

/** Years are hosted where their name says, and are opened and closed there. */
function hostSigns(years: readonly Year[], countries: Countries, of: Of) {
  const signs = years.flatMap(({ hosting, events }, at) =>
    hosting.map(({ host, name, year }, nth) => {
      const [, where = ''] = /\bin\b(.+)$/s.exec(typeof name === 'string' ? name : name.en) ?? [];
      const ceremonies = events.filter(
        ({ kind, date }) =>
          (kind === 'opening' || kind === 'closing') && date.startsWith(`${year}`),
      );
      const hosts = ceremonies.map(({ place, country }) =>
        of.country(country ?? countries.get(place ?? '')),
      );
      return { steps: [at, 'hosting', nth, 'host'], said: of.party(host), where, hosts };
    }),
  );
  return {
    byName: signs.map(({ where, ...sign }) => ({ ...sign, meant: of.name(where) })),
    byPlace: signs.flatMap(({ hosts, ...sign }) => hosts.map((meant) => ({ ...sign, meant }))),
  };
}

type Of = Record<'party' | 'country' | 'name', (text: string | null | undefined) => string | null>;

/** A place is in one country, whatever happened there. */
function checkCountries({ exchangeYears }: Checked, countries: Countries): RecordFault[] {
  return exchangeYears.flatMap(({ events }, at) =>
    events.flatMap(({ place, country }, nth) => {
      const other = countries.get(place ?? '') ?? country;
      return place === null || country === null || other === null || other === country
        ? []
        : [
            warn('exchangeYears', [at, 'events', nth, 'country'], {
              code: 'country-of-other',
              values: { country, place, other },
            }),
          ];
    }),
  );
}

/** Cells that name one party, though the other one is meant by whatever else tells it. */
export function findExchangedParties(record: Checked): RecordFault[] {
  const own = checkOwn(record);
  // All the others follow from that.
  if (own.length > 0) return own;
  const { mechanism, sources, entries, exchangeYears, places } = record;
  const { parties } = mechanism;
  const countries = new Map(places.map(({ id, country }) => [id, country]));
  const namedIn = createNamedIn(parties);
  const byCountry = new Map(parties.map(({ id, country }) => [country, id]));
  const of: Of = {
    party: (id) => parties.find((party) => party.id === id)?.id ?? null,
    country: (code) => byCountry.get(code ?? '') ?? null,
    name: (text) => namedIn(text ?? ''),
  };
  const names = parties.flatMap((party) => namesOf(party).map((name) => [name, party.id] as const));
  const begins = (text: string) =>
    names.find(([name]) => text.startsWith(name) && text[name.length] === ' ')?.[1] ?? null;
  const accounts = sources.flatMap(({ publisher, url, reportedBy }, at): Sign[] =>
    [of.country(domainOf(url)), namedIn(publisher)].map((meant) => ({
      steps: [at, 'reportedBy'],
      said: of.party(reportedBy),
      meant,
    })),
  );
  const speakers = entries.map(({ party, text }, at): Sign => {
    const said = of.party(party);
    return { steps: [at, 'party'], said, meant: said === null ? null : begins(text) };
  });
  const hosts = hostSigns(exchangeYears, countries, of);
  const byName = exchanged('exchangeYears', 'year', hosts.byName);
  return [
    ...checkChairs(record),
    ...checkCountries(record, countries),
    ...exchanged('sources', 'account', accounts),
    // A sentence that begins with one party, and is said to be of the other, is a slip by itself.
    ...ofOther('entries', 'speaker', speakers),
    ...(byName.length > 0 ? byName : exchanged('exchangeYears', 'ceremony', hosts.byPlace)),
  ];
}
