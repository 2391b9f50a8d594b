import axe from 'axe-core';

import { AXE_TAGS, REST_OF_A_LIST } from '#tests/browser/axe-rules.ts';

/** What axe finds wrong in a mounted part, by its selector; one line per element. */
export async function accessibilityFaults(part: string): Promise<string[]> {
  const { violations } = await axe.run(
    { include: [[part]], exclude: REST_OF_A_LIST.map((selector) => [selector]) },
    { runOnly: AXE_TAGS, resultTypes: ['violations'] },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}
