import { isDeepStrictEqual } from 'node:util';

import { toQuery } from '#src/api/client.ts';
import type { CalendarItemList, CommissionList } from '#src/api/schemas/calendar.ts';
import type { FieldList, Mechanism } from '#src/api/schemas/common.ts';
import type { EntryList, FieldSummary } from '#src/api/schemas/entries.ts';
import type { ExchangeYear, ExchangeYearList } from '#src/api/schemas/exchange-years.ts';
import type { Meeting, MeetingList, PersonList } from '#src/api/schemas/meetings.ts';
import type { SearchResult } from '#src/api/schemas/search.ts';
import type { SourceDetail, SourceList } from '#src/api/schemas/sources.ts';
import type { Asker } from './asker.ts';
import type { Contract } from './contract.ts';
import { Broken, type Rule } from './outcome.ts';

type Answers = {
  '/mechanism': Mechanism;
  '/fields': FieldList;
  '/fields/summary': FieldSummary;
  '/entries': EntryList;
  '/meetings': MeetingList;
  '/meetings/{ordinal}': Meeting;
  '/exchange-years': ExchangeYearList;
  '/exchange-years/{id}': ExchangeYear;
  '/commissions': CommissionList;
  '/people': PersonList;
  '/search': SearchResult;
  '/calendar': CalendarItemList;
  '/sources': SourceList;
  '/sources/{id}': SourceDetail;
};
export type DataPath = keyof Answers;

const MOST_SHOWN = 300;
const show = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, MOST_SHOWN);

/** Holds two values against each other; the report shows the request and both. */
export function expectSame(rule: Rule, request: string, what: string, got: unknown, due: unknown) {
  if (isDeepStrictEqual(got, due)) return;
  throw new Broken(rule, request, `${what}: got ${show(got)}, due ${show(due)}`);
}

const toAddress = (path: string, params: object, id: string | number) =>
  `${path.replace(/\{\w+\}/, () => encodeURIComponent(id))}${toQuery(params)}`;

/** Every answer that a check asks for is held against the contract's schema first. */
export function createBackendUnderTest({ ask }: Asker, contract: Contract) {
  return {
    ask,
    /** The answer's data, and the request in words; who can use data of another shape is told of it instead. */
    get: async <Path extends DataPath>(
      path: Path,
      params: object = {},
      id: string | number = '',
      onFault?: (fault: Broken) => void,
    ): Promise<{ data: Answers[Path]; request: string }> => {
      const address = toAddress(path, params, id);
      const request = `GET ${address}`;
      const { status, headers, text } = await ask(address);
      if (status !== 200) throw new Broken('schema', request, `status ${status}, due 200`);
      const type = headers.get('content-type') ?? 'none';
      if (!/^application\/json\b/i.test(type))
        throw new Broken('schema', request, `content type ${type}, due application/json`);
      let body: unknown;
      try {
        body = JSON.parse(text);
      } catch {
        throw new Broken('schema', request, 'the body is not JSON');
      }
      const fault = contract.judge(path, body);
      if (fault !== null) {
        const broken = new Broken('schema', request, fault);
        if (onFault === undefined) throw broken;
        onFault(broken);
      }
      return { data: body as Answers[Path], request };
    },
  };
}
export type BackendUnderTest = ReturnType<typeof createBackendUnderTest>;
