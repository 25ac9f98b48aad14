import type { Json } from '@/lib/shared/json';
import { failed, passed } from '../check-result';
import type { Finding, Program } from '../evidence';
import type { ActivityKind, Grading, Reading } from '../kind';
import type { CheckResult, Note } from '../verdict';
import { apiOf } from './api';
import type { CodeConfig } from './code-config';
import { compile } from './compile';
import { EXAMPLES } from './examples';
import type { Understood } from './exploring';
import { gradeProgram } from './judging';
import { keys } from './keys';
import { shapeProblems } from './shape';
import { strip } from './strip';

/** The learner writes one round of a relay or of a consumer, and it is run in every order of things. */
export const codeKind: ActivityKind<CodeConfig> = {
  name: 'code',
  extensions: ['ts', 'js'],
  language: 'typescript',
  asks: ['run', 'schedules'],
  files: [],
  keys,
  answerSchema: () => null,
  declarations: ({ role }) => apiOf(role),
  compile,
  read,
  grade,
};

/** Characters: many times as many as a round needs, and few enough to be read at every key. */
const MOST_LETTERS = 16_000;

function read(config: CodeConfig, answer: string): Reading {
  const { checks, program } = layers(config, answer);
  const verdict = { passed: program !== null, checks, notes: [] };
  if (program === null) return { verdict, wants: [], becomes: null, creates: [] };
  const understood: Understood = { text: answer, program };
  return {
    verdict,
    wants: [runOf(config, program)],
    becomes: null,
    creates: [],
    understood: understood as unknown as Json,
  };
}

/** Steps of a run in time that no program needs. */
const MOST_STEPS = 20_000;

const runOf = ({ scenario }: CodeConfig, program: Program) =>
  ({ ask: 'run', id: 'run', scenario, program, steps: MOST_STEPS }) as const;

function layers({ role }: CodeConfig, answer: string): { checks: CheckResult[]; program: Program | null } {
  if (answer.length > MOST_LETTERS) {
    const words = `It has ${answer.length} characters, and at most ${MOST_LETTERS} are read. A round needs a few hundred.`;
    return { checks: [failed('size', words)], program: null };
  }
  const small = passed('size', 'The answer is small enough to be read.');
  const stripped = strip(answer);
  if (!stripped.ok)
    return { checks: [small, failed('syntax', stripped.message, { place: stripped.place })], program: null };
  const legal = passed('syntax', 'The code can be read.');
  const problems = shapeProblems(answer, stripped.code, EXAMPLES[role]);
  if (problems.length > 0)
    return {
      checks: [small, legal, ...problems.map(({ message, place }) => failed('shape', message, { place }))],
      program: null,
    };
  return {
    checks: [small, legal, passed('shape', `It exports one ${role}.`)],
    program: { role, code: stripped.code },
  };
}

function grade(config: CodeConfig, reading: Reading, findings: readonly Finding[]): Grading {
  const { verdict, understood } = reading;
  // Nothing was understood of an answer that asks nothing; its verdict stands.
  if (understood === undefined) return { verdict };
  const graded = gradeProgram(config, understood as unknown as Understood, findings);
  if ('wants' in graded) return graded;
  const checks = [...verdict.checks, ...graded.checks];
  const notes: readonly Note[] = graded.notes;
  const isPassed = checks.every((check) => check.passed);
  return { verdict: { passed: isPassed, checks, notes: isPassed ? notes : [] } };
}
