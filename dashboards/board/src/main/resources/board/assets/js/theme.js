// The switch between light and dark.

/** Switches, and remembers it. */
export function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('pipecast-theme', root.dataset.theme);
  dispatchEvent(new Event('themechange'));
}
