import type { ReactNode } from 'react';
import './tokens.css';
import './global.css';

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
