/** @type {import('next').NextConfig} */
const config = {
  // Files that end in `.dev.ts` or `.dev.tsx` are routes in development only, and in no export.
  pageExtensions: process.env.NODE_ENV === 'development' ? ['dev.tsx', 'dev.ts', 'tsx', 'ts'] : ['tsx', 'ts'],
  output: 'export',
  trailingSlash: true,
  basePath: process.env.BASE_PATH ?? '',
  env: { NEXT_PUBLIC_BASE_PATH: process.env.BASE_PATH ?? '' },
  images: { unoptimized: true },
  reactStrictMode: true,
  // Types are checked by `tsc` in `npm run check`; once is enough.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: {
      // monaco-yaml still imports the worker by its older path.
      'monaco-editor/esm/vs/editor/editor.worker.js': 'monaco-editor/editor/editor.worker.js',
    },
  },
};

export default config;
