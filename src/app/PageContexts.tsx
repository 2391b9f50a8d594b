import type { ReactNode } from 'react';

import { AddressProvider } from '#src/address/AddressProvider.tsx';
import { useGo } from '#src/address/use-address.ts';
import { RecordContext, useRecordLists } from '#src/api/RecordContext.ts';
import { PeekProvider } from '#src/record/evidence/PeekProvider.tsx';
import { LinksProvider } from '#src/ui/LinksContext.tsx';

function Record({ children }: { children: ReactNode }) {
  return <RecordContext value={useRecordLists()}>{children}</RecordContext>;
}

/** Links that lead through the door of the address. */
function Doors({ children }: { children: ReactNode }) {
  return <LinksProvider go={useGo()}>{children}</LinksProvider>;
}

/** What every part of a page reads from around it. Suspends until the mechanism and its fields are there. */
export function PageContexts({ children }: { children: ReactNode }) {
  return (
    <Record>
      <AddressProvider>
        <Doors>
          <PeekProvider>{children}</PeekProvider>
        </Doors>
      </AddressProvider>
    </Record>
  );
}
