// The first script of every page; it blocks rendering, so it stays small. It makes the one Trusted Types policy that
// page scripts fall back to, and sets the chosen theme before the first paint.
(() => {
  const types = window.trustedTypes;
  if (types?.createPolicy) {
    types.createPolicy('default', {
      // React makes a script element by innerHTML when it has to render the page again in the browser.
      createHTML: (html) => {
        if (html === '<script></script>') return html;
        throw new TypeError('blocked HTML');
      },
      createScriptURL: (url) => {
        if (new URL(url, location.href).origin === location.origin) return url;
        throw new TypeError('blocked script URL');
      },
    });
  }
  try {
    // 'light' or 'dark'; nothing stored means: as the system has it.
    const theme = localStorage.getItem('whydenied-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is blocked: the system's theme is fine.
  }
})();
