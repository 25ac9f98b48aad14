import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  // Beside the browser tests (`.spec.ts`) stand unit tests of what finds the browser.
  test: { include: ['{app,components,lib,e2e}/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
});
