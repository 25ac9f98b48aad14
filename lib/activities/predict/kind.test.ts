import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/shared/json';
import { runOutcome } from '@/lib/sim/look/run-outcome';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { run } from '@/lib/sim/trace';
import { type Gather, judge } from '../judge';
import { answerModel } from '../model-questions';
import { sealed } from '../sealed';
import { figureOfRun } from './figures';
import { predictKind } from './kind';

const outage = scenarioOf({
  workload: { orders: 4, everyMs: 200 },
  publication: 'dual-write',
  faults: [{ do: 'broker-down', from: 300, to: 700 }],
});
const calm = scenarioOf({ workload: { orders: 1 } });

const questions = [
  {
    id: 'lost',
    asks: 'How many are lost?',
    figure: 'end.lost',
    unit: 'events',
    why: 'Nobody repeats the publish.',
  },
  { id: 'near', asks: 'How many steps?', figure: 'steps', within: 1000 },
  {
    id: 'calm',
    asks: 'And without an outage?',
    run: 'calm',
    figure: 'explored.verdict',
    options: [
      { id: 'holds', text: 'It holds', when: { is: 'holds' } },
      { id: 'breaks', text: 'It breaks', when: { is: 'broken' } },
    ],
    says: 'You expected {answer}; it came to {found}.',
  },
];

const compile = (written: Json, variants: { readonly [name: string]: Json } = { calm: json(calm) }) =>
  predictKind.compile({
    folder: 'outage',
    keys: { questions: written },
    start: '',
    solutions: [],
    scenario: json(outage),
    scenarios: variants,
    files: {},
  });

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value));

function configOf(written: Json = questions) {
  const compiled = compile(written);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
  return compiled.value;
}

const gather: Gather = (question) => {
  if (question.ask !== 'run' && question.ask !== 'schedules')
    throw new Error(`Nobody answers ${question.ask}.`);
  return Promise.resolve(answerModel(question, null));
};

function check(answer: string) {
  const config = configOf();
  const reading = predictKind.read(config, answer);
  return judge(sealed(predictKind), json(config), reading, gather);
}

const lost = figureOfRun(runOutcome(run(outage, [])), 'end.lost');

describe('a prediction', () => {
  it('is settled by the run, and no answer stands in what the page is sent', async () => {
    expect(lost).toBe(2);
    expect(await check('answers: { lost: 2, near: 30, calm: holds }')).toMatchObject({ passed: true });
    expect(JSON.stringify(configOf().questions[0])).not.toContain('2');
  });

  it('that is wrong says what happened instead, why, and opens the run', async () => {
    const { checks } = await check('answers: { lost: 3, near: 30, calm: breaks }');
    expect(checks.filter(({ passed }) => !passed)).toMatchObject([
      {
        id: 'lost',
        subject: 'lost',
        message: 'You said 3 events. What happened: 2 events.',
        why: 'Nobody repeats the publish.',
        place: { line: 1, column: 18 },
        explanation: { show: 'run', scenario: { publication: 'dual-write' }, commands: [] },
      },
      {
        id: 'calm',
        message: 'You expected “It breaks”; it came to “It holds”.',
        explanation: { show: 'schedule', explored: { verdict: 'holds' } },
      },
    ]);
  });

  it('that is near enough says how near', async () => {
    const { checks } = await check('answers: { lost: 2, near: 30, calm: holds }');
    expect(checks.find(({ id }) => id === 'lost')?.message).toBe('You said 2 events, and so it came.');
    expect(checks.find(({ id }) => id === 'near')?.message).toMatch(/^You said 30, and it came to \d+\.$/);
  });

  it('is asked for whole before anything runs', () => {
    const { verdict, wants } = predictKind.read(configOf(), 'answers: { lost: 2 }');
    expect(wants).toEqual([]);
    expect(verdict.passed).toBe(false);
    expect(
      verdict.checks.filter(({ passed }) => !passed).map(({ id, message }) => `${id}: ${message}`),
    ).toEqual([
      'near: What do you expect? Nothing plays before you have said so.',
      'calm: What do you expect? Nothing plays before you have said so.',
    ]);
  });

  it('runs each scenario once, in time or in every order', () => {
    const { wants } = predictKind.read(configOf(), 'answers: { lost: 2, near: 30, calm: holds }');
    expect(wants.map(({ ask, id }) => `${ask} ${id}`)).toEqual(['run run:', 'schedules schedules:calm']);
  });
});

describe('compiling predictions', () => {
  const problemsIn = (written: Json, variants?: { readonly [name: string]: Json }) => {
    const compiled = compile(written, variants);
    return compiled.ok
      ? []
      : compiled.problems.map(({ code, message, hint }) => `${code} ${message} ${hint}`);
  };

  it('names every question that nothing settles', () => {
    const options = [
      { id: 'a', text: 'A', when: { is: 'holds' } },
      { id: 'a', text: 'B', when: { is: 'broken' } },
    ];
    expect(
      problemsIn([
        { id: 'x', asks: '?', figure: 'end.lost', run: 'storm' },
        { id: 'y', asks: '?', figure: 'breaks', run: 'calm' },
        { id: 'z', asks: '?', figure: 'explored.verdict', within: 1, options },
      ]),
    ).toEqual([
      'C1201 The run of `scenario.storm.yaml` settles the question `x`, and there is no such file. There is `scenario.yaml`, `scenario.calm.yaml`.',
      'C1202 The question `y` asks for a number, and `breaks` is none. Give it `options`, each with what the figure must be.',
      'C1203 The question `z` has options, so nothing is `within`. Leave one of the two out.',
      'C1204 The question `z` has two options called `a`. Rename one.',
    ]);
  });

  it('names a scenario that no question is about', () => {
    expect(problemsIn([{ id: 'x', asks: '?', figure: 'end.lost' }])).toEqual([
      'C1205 No question is about `scenario.calm.yaml`. Ask one, or delete the file.',
    ]);
  });
});
