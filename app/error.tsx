'use client';

import { Failure } from '@/components/shell/failure';

/** A bug in drawing a page: what the learner wrote is kept by the browser, so drawing it anew loses nothing. */
export default function PageError({ reset }: { readonly reset: () => void }) {
  return <Failure onAgain={reset} />;
}
