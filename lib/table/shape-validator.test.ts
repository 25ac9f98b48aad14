import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { validatorSource } from './shape-validator-source';

const written = readFileSync(new URL('./shape-validator.generated.js', import.meta.url), 'utf8');

it('is what the schema makes of it today (else: npx tsx lib/table/write-shape-validator.ts)', () => {
  expect(written).toBe(validatorSource());
});

it('makes no code at run time and imports nothing, as the security policy of a page asks', () => {
  expect(written).not.toMatch(/\beval\b|new Function|require\(|^import /m);
});
