import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { courseToShow } from '@/lib/content/read-course';
import { beforeFirstPaint } from './first-paint';
import { code, read, ui } from './fonts';
import './tokens.css';
import './global.css';

export async function generateMetadata(): Promise<Metadata> {
  const { title, summary } = await courseToShow();
  return { title: { default: title, template: `%s · ${title}` }, description: summary };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#151412' },
  ],
};

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" className={`${read.variable} ${ui.variable} ${code.variable}`} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own, hashed into the page's policy */}
        <script dangerouslySetInnerHTML={{ __html: beforeFirstPaint }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
