import type { Fade } from '../fade';
import type { ActivityKind } from '../kind';
import { compilePart } from './compile';
import { grade, read } from './judging';
import { keysFor } from './keys';
import { partSchema } from './opened';
import type { PartConfig } from './part-config';
import type { RuleName } from './rules';

interface PartKind {
  readonly name: string;
  /** What its problems' codes begin with: `C10`. */
  readonly code: string;
  readonly rules: readonly RuleName[];
  /** What the learner writes where an activity does not say. */
  readonly opens: readonly string[];
  /** The ways into its exercises that have a meaning; left out: none. */
  readonly fades?: readonly Fade[];
}

/** A kind whose answers are a part of a scenario, run and explored as it stands. */
export const partKind = ({ name, code, rules, opens, fades = [] }: PartKind): ActivityKind<PartConfig> => ({
  name,
  extensions: ['yaml'],
  language: 'yaml',
  fades,
  asks: ['run', 'schedules'],
  files: [],
  keys: keysFor(rules),
  answerSchema: (config) => partSchema(config.opens, config.may),
  compile: (source) => compilePart(source, code, opens),
  read,
  grade,
});
