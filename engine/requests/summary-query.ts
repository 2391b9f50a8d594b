import { SummaryParams } from '#src/api/params.ts';
import { ParameterRefusal } from './parameter-refusal.ts';
import { parseQuery } from './query-params.ts';

/** What a summary is asked for; throws {@link ParameterRefusal}, also where a dimension would be split by itself. */
export function parseSummaryQuery(query: URLSearchParams): SummaryParams {
  const params = parseQuery(SummaryParams, query);
  const { by = 'kind', split } = params;
  if (split === by)
    throw new ParameterRefusal('split', `"split": the columns are by ${by} already`);
  return params;
}
