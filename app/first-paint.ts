/**
 * Runs in the page's head before anything is drawn, so that neither the theme nor the divider ever jumps, and so that
 * the tabs of a narrow screen work while the page's scripts are still on their way. The keys are those of
 * lib/store/theme.ts and lib/store/split.ts, the attributes those of components/lesson/lesson-frame.tsx.
 */
export const beforeFirstPaint = `(() => {
  const root = document.documentElement;
  let theme = null;
  try {
    theme = localStorage.getItem('alo.theme');
    const split = Number(localStorage.getItem('alo.split'));
    if (split > 0) root.style.setProperty('--split', split + '%');
  } catch {}
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  document.addEventListener('click', (event) => {
    const tab = event.target instanceof Element && event.target.closest('[data-opens]');
    if (tab) document.querySelector('[data-pane]').dataset.pane = tab.dataset.opens;
  });
})()`;
