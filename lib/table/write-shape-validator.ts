// npx tsx lib/table/write-shape-validator.ts: after a change to shape-schema.ts.
import { writeFileSync } from 'node:fs';
import { validatorSource } from './shape-validator-source';

writeFileSync(new URL('./shape-validator.generated.js', import.meta.url), validatorSource());
