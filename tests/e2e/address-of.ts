import type { Page } from 'playwright-core';

/** The address as the browser shows it this instant. */
export const addressOf = (page: Page) => new URL(page.url());

/** All parameters as they stand in the address, with the question mark; empty where there are none. */
export const searchOf = (page: Page) => addressOf(page).search;

/** One parameter of the address; null where it has none of that name. */
export const parameter = (page: Page, name: string) => addressOf(page).searchParams.get(name);
