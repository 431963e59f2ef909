// Runs before the first paint, so that a chosen theme or language never flashes the other one.
(() => {
  const root = document.documentElement;
  let chosen = {};
  try {
    chosen = { theme: localStorage.getItem("theme"), language: localStorage.getItem("language") };
  } catch {
    // Storage may be forbidden; then the browser's own preferences hold.
  }
  if (chosen.theme) root.dataset.theme = chosen.theme;
  root.lang = chosen.language || (navigator.language.startsWith("ko") ? "ko" : "en");
})();
