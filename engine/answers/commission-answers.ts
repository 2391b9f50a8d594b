import { firstDay } from '#src/api/edtf.ts';
import type { CommissionList } from '#src/api/schemas/calendar.ts';
import type { RecordData } from '../record/record.ts';
import { commissionDocuments } from './cited-documents.ts';
import { statusByDocuments, withEvidence } from '../record/evidence.ts';
import type { Lookup } from './record-lookup.ts';
import { compareText } from '../text/text-order.ts';

/** In the record's order; the sessions of each by date. */
export function listCommissions(record: RecordData, lookup: Lookup): CommissionList {
  const items = record.commissions.map((commission) => ({
    ...commission,
    fields: commission.fields.map(lookup.field),
    sessions: commission.sessions
      .toSorted((a, b) => compareText(firstDay(a.date), firstDay(b.date)))
      .map((session) => ({
        ...withEvidence(session, lookup.document),
        place: lookup.place(session.place),
      })),
    sources: commissionDocuments(commission).map(lookup.document),
    status: statusByDocuments(commission.status, commissionDocuments(commission), lookup.accountOf),
  }));
  return { items, total: items.length };
}
