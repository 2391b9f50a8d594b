/** Runs while the page is lit as paper is: a drawing to take away is light, whatever the reader's screen is. */
export function onPaper<Result>(build: () => Result): Result {
  const { dataset } = document.documentElement;
  const theme = dataset['theme'];
  dataset['theme'] = 'light';
  try {
    return build();
  } finally {
    if (theme === undefined) delete dataset['theme'];
    else dataset['theme'] = theme;
  }
}

/** A design token as the colour it has now, for files that have no style sheet. */
export function plainColour(token: string): string {
  const probe = document.createElement('span');
  probe.style.color = token;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
