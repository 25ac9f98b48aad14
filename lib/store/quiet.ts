const QUIET_MS = 500;
const PATIENCE_MS = 5000;

/**
 * Calls back once the page has been quiet for half a second: nothing arrived, nothing kept it busy. A browser's own
 * idle moments come too soon: between the first and the last file of an editor there are many. After five seconds it
 * calls back in any case.
 */
export function whenQuiet(callback: () => void): void {
  const observer = new PerformanceObserver(() => {
    clearTimeout(quiet);
    quiet = setTimeout(end, QUIET_MS);
  });
  const end = () => {
    observer.disconnect();
    clearTimeout(quiet);
    clearTimeout(patience);
    callback();
  };
  let quiet = setTimeout(end, QUIET_MS);
  const patience = setTimeout(end, PATIENCE_MS);
  // Browsers that tell of no long tasks leave them out, and only warn.
  observer.observe({ entryTypes: ['resource', 'longtask'] });
}
