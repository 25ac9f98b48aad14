'use client';

/** A bug in drawing a page: what the learner wrote is kept by the browser, so drawing it anew loses nothing. */
export default function PageError({ reset }: { readonly reset: () => void }) {
  return (
    <main id="main" className="failure">
      <h1>This page crashed before it could be drawn.</h1>
      <p>It is our mistake. What you wrote and what you have done are kept in this browser.</p>
      <button type="button" onClick={reset}>
        Draw it again
      </button>
    </main>
  );
}
