import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { validatorSource } from '@/lib/shared/validator-source';
import { wholeTableSchema } from './shape-schema';

// After a change to shape-schema.ts: npx vitest run lib/table/shape-validator --update
it('is what the schema makes of it today', async () => {
  const source = validatorSource(wholeTableSchema, 'shape-schema.ts', 'lib/table/shape-validator');
  await expect(source).toMatchFileSnapshot('./shape-validator.generated.js');
});

it('makes no code at run time and imports nothing, as the security policy of a page asks', () => {
  const written = readFileSync(new URL('./shape-validator.generated.js', import.meta.url), 'utf8');
  expect(written).not.toMatch(/\beval\b|new Function|require\(|^import /m);
});
