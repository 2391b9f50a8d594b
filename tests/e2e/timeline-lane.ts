import type { Page } from 'playwright-core';

/** A lane of the timeline by its name: one stop of the Tab key, with its marks in it. */
export const lane = (page: Page, name: string) => page.getByRole('toolbar', { name });
