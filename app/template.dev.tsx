import type { ReactNode } from 'react';
import { DevOverlay } from '@/components/dev-overlay/dev-overlay';

/** In development, every page shows the problems of the lessons and follows their changes. */
export default function Template({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children}
      <DevOverlay address={`${process.env['BASE_PATH'] ?? ''}/dev-lessons/`} />
    </>
  );
}
