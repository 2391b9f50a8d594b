import { parseFiles } from '#engine/edition/parse-edition.ts';
import { toRecord } from '#engine/edition/to-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import commissions from '../../docs/example-backend/record/commissions.json' with { type: 'json' };
import copies from '../../docs/example-backend/record/copies.json' with { type: 'json' };
import entries from '../../docs/example-backend/record/entries.json' with { type: 'json' };
import exchangeYears from '../../docs/example-backend/record/exchange-years.json' with { type: 'json' };
import fields from '../../docs/example-backend/record/fields.json' with { type: 'json' };
import mechanism from '../../docs/example-backend/record/mechanism.json' with { type: 'json' };
import meetings from '../../docs/example-backend/record/meetings.json' with { type: 'json' };
import offices from '../../docs/example-backend/record/offices.json' with { type: 'json' };
import people from '../../docs/example-backend/record/people.json' with { type: 'json' };
import places from '../../docs/example-backend/record/places.json' with { type: 'json' };
import secondSources from '../../docs/example-backend/record/second-sources.json' with { type: 'json' };
import sources from '../../docs/example-backend/record/sources.json' with { type: 'json' };
import fr from '../../docs/example-backend/record/translations/fr.json' with { type: 'json' };

const FILES = {
  'commissions.json': commissions,
  'copies.json': copies,
  'entries.json': entries,
  'exchange-years.json': exchangeYears,
  'fields.json': fields,
  'mechanism.json': mechanism,
  'meetings.json': meetings,
  'offices.json': offices,
  'people.json': people,
  'places.json': places,
  'second-sources.json': secondSources,
  'sources.json': sources,
  'translations/fr.json': fr,
};
/** So that the same record is the same on every day. */
const DATE = '2026-11-28';

/** Two lands that do not exist: the guide's example, the template's contents, and what shows that nothing is made for one record alone. */
export async function readInventedRecord(): Promise<RecordData> {
  const { edition, errors } = parseFiles(FILES, []);
  if (edition === null) throw new Error(`The invented record has ${errors.length} faults`);
  return toRecord(edition, DATE);
}
