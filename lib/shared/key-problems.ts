// C2: what can be wrong with a key, whatever the file. A message says what is wrong; a hint says what to do.
import type { Problem } from './problem';
import { problem, type Spot } from './spot';
import { suggest } from './suggest';

export const keyUnknown = (at: Spot, key: string, known: readonly string[]): Problem =>
  problem('C202', at, `The key \`${key}\` is unknown here.`, suggest(key, known));

export const keyMissing = (at: Spot, key: string, meaning: string | null): Problem =>
  problem(
    'C203',
    at,
    `The key \`${key}\` is missing.`,
    [`Add \`${key}: …\`.`, ...(meaning === null ? [] : [meaning])].join(' '),
  );

export const valueWrong = (at: Spot, key: string, wanted: string, meaning: string | null): Problem =>
  problem('C204', at, key === '' ? `This must be ${wanted}.` : `\`${key}\` must be ${wanted}.`, meaning);

export const choiceUnknown = (at: Spot, key: string, value: string, known: readonly string[]): Problem =>
  problem('C205', at, `\`${key}\` cannot be \`${value}\`.`, suggest(value, known));
