// Runs before the first paint, so that a reader who chose dark never sees a white flash, and the first words stand in the
// reader's language. Storage may be forbidden.
try {
  const theme = localStorage.getItem('communique-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // The system's own choice stands.
}
{
  const asked = [new URLSearchParams(location.search).get('lang'), ...navigator.languages];
  const tags = asked.map((tag) => (tag ?? '').toLowerCase().split('-')[0]);
  document.documentElement.lang = tags.find((tag) => /^(en|zh|ru)$/.test(tag)) ?? 'en';
}
