// Runs before the first paint, so that a reader who chose dark never sees a white flash. Storage may be forbidden.
try {
  const theme = localStorage.getItem('communique-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // The system's own choice stands.
}
