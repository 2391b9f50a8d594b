import { useQuery } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';

import { useApi } from '#src/api/ApiContext.ts';
import { sourceQuery } from '#src/api/queries.ts';
import { CiteButton } from '#src/record/cite/CiteButton.tsx';
import sourcesFile from '#mocks/data/sources.json?url&no-inline';
import { accessibilityFaults } from './accessibility-faults.ts';
import { mount } from './mount.tsx';

const ID = 'seed-28';

function CiteDocument() {
  const { data } = useQuery(sourceQuery(useApi(), ID));
  return data && <CiteButton what={{ kind: 'source', source: data }} />;
}

describe('citing', () => {
  it('gives a document in every form, by its own title and address', async () => {
    const response = await fetch(sourcesFile);
    const sources = (await response.json()) as { id: string; title: string; url: string }[];
    const source = sources.find(({ id }) => id === ID);
    await mount('/', <CiteDocument />);
    await page.getByRole('button', { name: 'Cite' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cite' });
    for (const form of ['APA', 'Chicago', 'BibTeX', 'RIS', 'CSL-JSON']) {
      await dialog.getByRole('radio', { name: form }).click({ force: true });
      await expect.element(dialog.getByRole('radio', { name: form })).toBeChecked();
      const text = dialog.getByRole('status').element().textContent;
      expect(text, form).toContain(source?.title);
      expect(text, form).toContain(source?.url);
    }
    expect(await accessibilityFaults('dialog')).toEqual([]);
  });
});
