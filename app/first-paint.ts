/**
 * Runs in the page's head before anything is drawn, so that neither the theme nor the divider ever jumps. The keys are
 * those of lib/store/theme.ts and lib/store/split.ts.
 */
export const beforeFirstPaint = `(() => {
  const root = document.documentElement;
  let theme = null;
  try {
    theme = localStorage.getItem('alo.theme');
    const split = Number(localStorage.getItem('alo.split'));
    if (split >= 25 && split <= 70) root.style.setProperty('--split', split + '%');
  } catch {}
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
})()`;
