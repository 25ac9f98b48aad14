import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './e2e/browser';

// Found once: workers read this file again, with the environment of the first reading.
process.env['CHROMIUM'] ??= findBrowser();

// A site that runs already, or the export, built if need be and served on a free port, which its first words tell.
const running = process.env['SITE_URL'];
const served = `http://localhost:${process.env['SITE_PORT']}`;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    baseURL: running ?? served,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env['CHROMIUM'], args: [...browserArguments] },
  },
  ...(running === undefined && {
    webServer: {
      command: 'node lib/cli/run.cjs start',
      env: { PORT: '0' },
      wait: { stdout: /At Least Once is at http:\/\/localhost:(?<SITE_PORT>\d+)/ },
      timeout: 300_000,
    },
  }),
});
