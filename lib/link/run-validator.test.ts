import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { validatorSource } from '@/lib/shared/validator-source';
import { runSchema } from './run-schema';

// After a change to run-schema.ts: npx vitest run lib/link/run-validator --update
it('is what the schema makes of it today', async () => {
  const source = validatorSource(runSchema, 'run-schema.ts', 'lib/link/run-validator');
  await expect(source).toMatchFileSnapshot('./run-validator.generated.js');
});

it('makes no code at run time and imports nothing, as the security policy of a page asks', () => {
  const written = readFileSync(new URL('./run-validator.generated.js', import.meta.url), 'utf8');
  expect(written).not.toMatch(/\beval\b|new Function|require\(|^import /m);
});
