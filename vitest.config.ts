import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: { include: ['{app,components,lib}/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
});
