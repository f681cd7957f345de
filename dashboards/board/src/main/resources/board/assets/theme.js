// Before the first paint: the theme chosen earlier, else the system's.
(() => {
  const chosen = localStorage.getItem('pipecast-theme');
  if (chosen) {
    document.documentElement.dataset.theme = chosen;
  }
})();
