import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  // Beside the browser tests (`.spec.ts`) stand unit tests of what finds the browser.
  // The limits only end what hangs: a busy machine takes ten times as long for the same.
  test: {
    include: ['{app,components,lib,e2e}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
