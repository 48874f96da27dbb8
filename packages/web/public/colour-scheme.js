// Runs before the first paint, so that a dark room is not lit up while the application loads. A file of its own and no
// inline script: the content-security policy allows none. The key is the one that Mantine keeps the choice under.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value') ?? 'auto';
  } catch {
    // Storage is forbidden: follow the system.
  }
  const follows = chosen !== 'light' && chosen !== 'dark';
  const dark = follows ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
})();
