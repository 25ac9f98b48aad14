// Reading is set in Source Serif 4, everything one operates in IBM Plex Sans, code in IBM Plex Mono: all from npm,
// served from our own origin. A font that is not there at the first drawing waits for the next page, so nothing moves.
import localFont from 'next/font/local';

export const read = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  variable: '--font-read',
  weight: '200 900',
  display: 'optional',
});

export const ui = localFont({
  src: '../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
  variable: '--font-ui',
  weight: '100 700',
  display: 'optional',
});

export const code = localFont({
  src: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
  variable: '--font-code',
  weight: '400',
  display: 'optional',
  adjustFontFallback: false,
});
