import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { validatorSource } from '@/lib/shared/validator-source';
import { scenarioSchema } from './scenario-schema';

// After a change to the schema: npx vitest run lib/sim/scenario/scenario-validator --update
it('is what the schema makes of it today', async () => {
  const source = validatorSource(scenarioSchema, 'scenario-schema.ts', 'lib/sim/scenario/scenario-validator');
  await expect(source).toMatchFileSnapshot('./scenario-validator.generated.js');
});

it('makes no code at run time and imports nothing, as the security policy of a page asks', () => {
  const written = readFileSync(new URL('./scenario-validator.generated.js', import.meta.url), 'utf8');
  expect(written).not.toMatch(/\beval\b|new Function|require\(|^import /m);
});
