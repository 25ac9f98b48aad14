// E1: what can be wrong with the catalogue of presets, each with its permanent code.
import type { Problem } from '@/lib/shared/problem';
import { atTop, problem, type Spot } from '@/lib/shared/spot';
import { suggest } from '@/lib/shared/suggest';

export const catalogueMissing = (file: string): Problem =>
  problem('E101', atTop(file), `The file \`${file}\` is missing: it says which presets there are.`);

export const nameTwice = (at: Spot, name: string): Problem =>
  problem(
    'E102',
    at,
    `Two presets are called \`${name}\`, so a link to it could mean either.`,
    'Give this one another name.',
  );

export const fileUnknown = (at: Spot, file: string, known: readonly string[]): Problem =>
  problem('E103', at, `There is no file \`${file}\` beside the catalogue.`, suggest(file, known));

export const fileTwice = (at: Spot, file: string): Problem =>
  problem('E104', at, `The file \`${file}\` is offered twice.`, 'Remove one of the two presets.');

export const fileUnlisted = (file: string): Problem =>
  problem(
    'E105',
    atTop(file),
    `No preset offers \`${file}\`, so nobody would ever see it.`,
    'Add it to `catalogue.yaml`, or remove the file.',
  );

export const mendUnknown = (at: Spot, name: string, known: readonly string[]): Problem =>
  problem('E106', at, `No preset of this group is called \`${name}\`.`, suggest(name, known));

export const mendBroken = (at: Spot, name: string): Problem =>
  problem(
    'E107',
    at,
    `\`${name}\` is expected to break something itself, so it mends nothing.`,
    'Name a preset that holds.',
  );

export const wayMissing = (at: Spot): Problem =>
  problem(
    'E108',
    at,
    'A broken verdict says which invariant breaks, and after how many steps.',
    'Add `invariant` and `steps`.',
  );

export const wayStray = (at: Spot): Problem =>
  problem(
    'E109',
    at,
    'Where everything holds, no invariant breaks after any steps.',
    'Remove `invariant` and `steps`, or write `verdict: broken`.',
  );

export const reasonMissing = (at: Spot): Problem =>
  problem('E110', at, '`explore` is null, and nobody knows why.', 'Add `because: …`.');

export const reasonStray = (at: Spot): Problem =>
  problem('E111', at, '`because` says why `explore` is null, and it is not.', 'Remove one of the two.');
