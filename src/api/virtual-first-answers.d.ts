declare module 'virtual:first-answers' {
  /** Below the app's own path, with a slash at its end. */
  export const folder: string;
  /** The views, by their paths below the app's own. */
  export const names: readonly string[];
}
