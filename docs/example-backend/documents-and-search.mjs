import {
  accounts,
  meetings,
  years,
  first,
  last,
  isDated,
  fold,
  hasWords,
  byText,
  sortBy,
  byId,
  unique,
  find,
  named,
  meetingOf,
  entriesOf,
  documents,
  citing,
  inOthers,
  everySaying,
  fields,
  sources,
  places,
  people,
  offices,
  entries,
  commissions,
} from './record.mjs';
import { within, ENTRY_KEYS } from './entries.mjs';
import { allNames, meetingText } from './calendar.mjs';
import { toPage } from './parameters.mjs';

/* Documents, people, commissions, search. */

/** How much rests on a document, as of `to`. */
export function restingOn(id, to) {
  const by = (...dates) => dates.some((date) => date && isDated(first(date), last(date), { to }));
  const rests = (one) => citing([one]).includes(id);
  const cites = (list) => list.filter(rests).length;
  return {
    entries: entries.filter((one) => rests(one) && by(meetingOf(one).date)).length,
    meetings: meetings
      .filter((one) => documents.meeting(one).includes(id) && by(one.date))
      .map((one) => ({ ordinal: one.ordinal, date: one.date, entries: cites(entriesOf(one)) })),
    exchangeYears: years
      .filter(
        (one) =>
          documents.year(one).includes(id) && by(one.years, ...one.events.map(({ date }) => date)),
      )
      .map((one) => ({ ...named(one), events: cites(one.events), figures: cites(one.figures) })),
    commissions: commissions
      .filter(
        (one) =>
          documents.commission(one).includes(id) &&
          by(one.founded, ...one.sessions.map(({ date }) => date)),
      )
      .map((one) => ({ ...named(one), sessions: cites(one.sessions) })),
  };
}
export const SOURCE_KEYS = {
  title: ({ title }) => title,
  publisher: ({ publisher }) => publisher,
  date: ({ publishedOn }) => publishedOn,
  entries: (one) => one.entries,
};
export function listSources({
  to,
  language,
  reportedBy,
  copies,
  meeting,
  q,
  sort = 'title',
  ...page
}) {
  const found = sources
    .toSorted(byId)
    .map((one) => ({ one, rests: restingOn(one.id, to) }))
    .map(({ one, rests }) => ({
      ...one,
      entries: rests.entries,
      meetings: rests.meetings.length,
      exchangeYears: rests.exchangeYears.length,
      commissions: rests.commissions.length,
    }))
    .filter(
      (one) =>
        to === undefined || one.entries + one.meetings + one.exchangeYears + one.commissions > 0,
    )
    .filter(
      ({ id }) =>
        meeting === undefined ||
        meetings.some(
          (one) => meeting.includes(one.ordinal) && documents.meeting(one).includes(id),
        ),
    )
    .filter((one) => hasWords(`${one.title}\n${one.publisher}\n${one.id}`, q));
  // The filters by choice: what each choice would give is counted under the others.
  const chosen = { language, reportedBy, copies: copies && [copies] };
  const values = {
    language: (one) => one.language,
    reportedBy: (one) => one.reportedBy,
    copies: (one) => (one.copy === undefined ? 'without' : 'only'),
  };
  const passing = (filters) =>
    found.filter((one) =>
      Object.keys(filters).every((name) => within(filters[name], [values[name](one)])),
    );
  const count = (name, value) =>
    passing({ ...chosen, [name]: undefined }).filter((one) => values[name](one) === value).length;
  return {
    ...toPage(sortBy(passing(chosen), sort, SOURCE_KEYS), page),
    languages: unique(found.map((one) => one.language))
      .map((tag) => ({ language: tag, sources: count('language', tag) }))
      .filter((one) => one.sources > 0)
      .toSorted((a, b) => b.sources - a.sources || byText(a.language, b.language)),
    accounts: accounts.map((value) => ({ value, sources: count('reportedBy', value) })),
    copies: ['without', 'only'].map((value) => ({ value, sources: count('copies', value) })),
  };
}

/** Runs of meetings that a person co-chaired in one office; a meeting without a co-chair of the party ends none. */
export function terms(person) {
  const runs = [];
  let open = [];
  for (const meeting of meetings) {
    const chairs = meeting.coChairs.filter((one) => one.party === person.party);
    if (chairs.length === 0) continue;
    open = unique(chairs.filter((one) => one.person === person.id).map((one) => one.office)).map(
      (office) => {
        const run = open.find((one) => one.office.id === office) ?? {
          office: named(find(offices, office)),
          held: [],
        };
        if (run.held.length === 0) runs.push(run);
        run.held.push(meeting);
        return run;
      },
    );
  }
  return runs.map(({ office, held }) => ({
    office,
    from: held[0].date,
    to: held.at(-1).date,
    meetings: held.map(({ ordinal }) => ordinal),
  }));
}
export const list = (all) => ({ items: all, total: all.length });

export function search({ q, limit = 8 }) {
  const match = (id, name, texts, more = {}) => ({
    texts,
    exact: [...Object.values(name), id],
    match: { detail: null, date: null, meeting: null, ...more, id, name },
  });
  const ofName = (one) => match(one.id, one.name, allNames([one]));
  const inBoth = (language, text) => ({ [language]: text, en: text });
  /** Place and co-chairs, in each language that one of them is named in. */
  const title = (one) => {
    const place = find(places, one.place);
    const chairs = one.coChairs.map(({ person }) => find(people, person));
    const own = [place, ...chairs].filter(Boolean).map(({ name }) => name);
    const said = (tag) => (thing) => thing && (thing.name[tag] ?? thing.name.en);
    const write = (tag) =>
      [said(tag)(place), chairs.map(said(tag)).join(', ')].filter(Boolean).join(': ');
    const tags = unique(own.flatMap((name) => Object.keys(name)));
    return { en: String(one.ordinal), ...Object.fromEntries(tags.map((tag) => [tag, write(tag)])) };
  };
  const groupsFound = {
    meeting: meetings.toReversed().map((one) =>
      match(String(one.ordinal), title(one), [meetingText(one)], {
        detail: one.venue,
        date: one.date,
        meeting: one.ordinal,
      }),
    ),
    person: people.map(ofName),
    place: places.map(ofName),
    field: fields.map(ofName),
    'exchange-year': years.map((one) =>
      match(one.id, one.name, [...allNames([one]), one.years], { detail: one.years }),
    ),
    source: sources.map((one) =>
      match(one.id, inBoth(one.language, one.title), [one.title, one.publisher, one.id], {
        detail: one.publisher,
        date: one.publishedOn,
      }),
    ),
    entry: sortBy(entries.toSorted(byId), '-meeting', ENTRY_KEYS).map((one) =>
      match(one.id, { en: one.text, ...inOthers(one.text).translations }, [everySaying(one.text)], {
        date: meetingOf(one).date,
        meeting: one.meeting,
      }),
    ),
  };
  const whole = fold(q).trim();
  return {
    q,
    groups: Object.entries(groupsFound).flatMap(([type, all]) => {
      const found = all.filter(({ texts }) => hasWords(texts.join('\n'), q));
      const isExact = ({ exact }) => type !== 'entry' && exact.some((text) => fold(text) === whole);
      const ordered = [...found.filter(isExact), ...found.filter((one) => !isExact(one))];
      return found.length === 0
        ? []
        : [{ type, total: found.length, items: ordered.slice(0, limit).map((one) => one.match) }];
    }),
  };
}
