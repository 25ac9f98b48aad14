// Reading is set in Source Serif 4, everything one operates in IBM Plex Sans, code in IBM Plex Mono: all from npm,
// served from our own origin. The fallback's metrics are adjusted, so nothing moves when a font arrives.
import localFont from 'next/font/local';

export const read = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  variable: '--font-read',
  weight: '200 900',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
});

export const ui = localFont({
  src: '../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
  variable: '--font-ui',
  weight: '100 700',
  display: 'swap',
});

export const code = localFont({
  src: [
    {
      path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-500-normal.woff2',
      weight: '500',
    },
  ],
  variable: '--font-code',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
});
