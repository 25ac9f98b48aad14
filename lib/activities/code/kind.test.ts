import { describe, expect, it } from 'vitest';
import { answerProgram } from '@/lib/sandbox/answer-program';
import type { Json } from '@/lib/shared/json';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { judge } from '../judge';
import type { ModelQuestion } from '../model-questions';
import { sealed } from '../sealed';
import type { CodeConfig } from './code-config';
import { codeKind } from './kind';

const check = (id: string, rule: string, more: object = {}) => ({
  id,
  rule,
  says: '{line}: {found} {steps}',
  why: '{trace}',
  ...more,
});

const CHECKS = [
  check('runs', 'runs'),
  check('finishes', 'finishes'),
  check('handles', 'handles'),
  check('first', 'holds', { invariant: 'I2', cause: 'marked-first' }),
  check('lost', 'holds', { invariant: 'I2' }),
  check('twice', 'holds', { invariant: 'I3' }),
  check('order', 'holds', { invariant: 'I4' }),
  check('id', 'holds', { invariant: 'I5' }),
];

const compile = (keys: object, more: object = {}) =>
  codeKind.compile({
    folder: 'f',
    keys: keys as Json,
    start: '',
    solutions: ['export default async () => {};'],
    scenario: scenarioOf({}) as unknown as Json,
    files: {},
    ...more,
  });

const configOf = (writes: 'relay' | 'consumer', checks: readonly object[] = CHECKS): CodeConfig => {
  const compiled = compile({ writes, checks });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
};

const kind = sealed(codeKind);

const verdictOf = (answer: string, config = configOf('relay')) =>
  judge(kind, config as unknown as Json, kind.read(config as unknown as Json, answer), (question) =>
    answerProgram(question as ModelQuestion),
  );

const failedIn = async (answer: string, config?: CodeConfig) =>
  (await verdictOf(answer, config)).checks
    .filter(({ passed }) => !passed)
    .map(({ id, message, why, place }) => ({ id, message, why, line: place?.line ?? null }));

const relayOf = (body: string): string =>
  `export default async function relay({ outbox, broker }: Relay) {\n  for (const row of await outbox.pending(10)) {\n    ${body}\n  }\n}`;

describe('layers that need no run', () => {
  const read = (answer: string) => codeKind.read(configOf('relay'), answer);
  const failures = (answer: string) =>
    read(answer).verdict.checks.flatMap(({ id, passed, message, place }) =>
      passed ? [] : [[id, message, place?.line ?? null, place?.column ?? null]],
    );

  it.each([
    [
      'x'.repeat(16_001),
      'size',
      'It has 16001 characters, and at most 16000 are read. A round needs a few hundred.',
      null,
      null,
    ],
    ['export default function a() {\n  a(;\n}', 'syntax', 'Unexpected token', 2, 5],
    [
      'const a = 1;',
      'shape',
      'Nothing is exported, so there is nothing to run. Begin with `export default async function relay({ outbox, broker }) {`.',
      null,
      null,
    ],
    [
      "import fs from 'node:fs';\nexport default () => fs;",
      'shape',
      'A round imports nothing: all that it may use is given to it. Take this import out.',
      1,
      1,
    ],
    [
      'export default () => {};\n  export default () => {};',
      'shape',
      'There is one round, so `export default` stands once. Take this one out.',
      2,
      3,
    ],
    [
      'const relay = () => {};\nconst as = { default: relay };\nexport { relay };',
      'shape',
      'Nothing is exported, so there is nothing to run. Begin with `export default async function relay({ outbox, broker }) {`.',
      null,
      null,
    ],
    [`export default () => ${'('.repeat(15_000)}`, 'syntax', 'It is nested too deeply to be read.', 1, 1],
  ])('%s', (answer, ...failure) => {
    expect(failures(answer)).toEqual([failure]);
    expect(read(answer).wants).toEqual([]);
  });

  it.each([
    '// import me\nexport default () => "import x";',
    "import type { Row } from './row';\nexport default (row: Row) => `export default`;",
    'const relay = () => {};\nexport { relay as default };',
    'const relay = () => {};\nconst rest = 1;\nexport{rest, relay as default}',
  ])('%s is a program', (answer) => {
    expect(failures(answer)).toEqual([]);
    expect(read(answer).wants).toMatchObject([{ ask: 'run', id: 'run', program: { role: 'relay' } }]);
  });

  it('take types away, and leave every line where it was', () => {
    const { wants } = read('type A = {\n  a: 1;\n};\nexport default (a: A): void => {};');
    expect(wants[0]).toMatchObject({ program: { code: '\n\n\nexport default (a) => {};' } });
  });
});

describe('a program is judged by what it does', () => {
  it('one that is right passes all, and says so', async () => {
    const { passed, checks, notes } = await verdictOf(
      relayOf('await broker.publish(row); await outbox.mark(row.id);'),
    );
    expect({ passed, notes }).toEqual({ passed: true, notes: [] });
    expect(checks.map(({ id, message }) => `${id}: ${message}`)).toEqual([
      'size: The answer is small enough to be read.',
      'syntax: The code can be read.',
      'shape: It exports one relay.',
      'runs: It does nothing that it cannot do here.',
      'finishes: Every round comes to its end.',
      'handles: In a run in time, all 3 orders are handled.',
      'first: No row is marked before its event was published.',
      'lost: No committed event is lost. Every order of things was tried: 4,997 states.',
      'twice: No event has its effect twice. Every order of things was tried: 4,997 states.',
      'order: The events of an order take effect one after the other. Every order of things was tried: 4,997 states.',
      'id: Every copy carries the id that the producer minted. Every order of things was tried: 4,997 states.',
    ]);
  });

  it('one that is wrong is told the shortest way to it, and the line', async () => {
    const answer = relayOf('await outbox.mark(row.id); await broker.publish(row);');
    expect(await failedIn(answer)).toEqual([
      {
        id: 'first',
        message: 'Line 3: marked-first 4 steps',
        why:
          '1. The transaction committed: order 1 and row 1 stand together. 2. The relay polled and found row 1 pending. ' +
          '3. The relay set `dispatched_at` on row 1. 4. The relay crashed.',
        line: 3,
      },
    ]);
  });

  it('a way of one step is counted as one', async () => {
    expect(
      (await failedIn('export default async () => { throw null; };')).map(({ message }) => message),
    ).toContain('Your code:  1 step');
  });

  it('that way can be gone through without a sandbox', async () => {
    const { checks } = await verdictOf(relayOf('await outbox.mark(row.id); await broker.publish(row);'));
    const explanation = checks.find(({ id }) => id === 'first')?.explanation;
    expect(explanation).toMatchObject({
      show: 'schedule',
      explored: { verdict: 'broken', invariant: 'I2', remembered: { role: 'relay' } },
    });
    expect(structuredClone(explanation)).toEqual(explanation);
  });

  it('a cause that no check names is left to the check without one', async () => {
    const failures = await failedIn(relayOf('broker.publish(row); await outbox.mark(row.id);'));
    expect(failures.map(({ id, message }) => [id, message])).toEqual([
      ['lost', 'Line 3: marked-unconfirmed 4 steps'],
    ]);
  });

  it('a program that cannot be gone on with claims nothing else', async () => {
    expect(await failedIn(relayOf('await fetch(row);'))).toEqual([
      {
        id: 'runs',
        message: 'Line 3: fetch is not here: a round reaches nothing but what it is given. 0 steps',
        why: '',
        line: 3,
      },
    ]);
  });

  it('and is told so even where its author has thought of no such check', async () => {
    const config = configOf('relay', [check('lost', 'holds', { invariant: 'I2' })]);
    expect((await failedIn(relayOf('for (;;) {}'), config)).map(({ id, message }) => [id, message])).toEqual([
      [
        'limit',
        'It takes more steps than any round needs. Is there a loop, or a function that calls itself, without end?',
      ],
    ]);
  });

  it('rows that are marked together are worth a note', async () => {
    const answer =
      'export default async ({ outbox, broker }) => { const rows = await outbox.pending(10); ' +
      'for (const row of rows) await broker.publish(row); await outbox.mark(rows.map((row) => row.id)); };';
    const batches = compile(
      { writes: 'relay', checks: CHECKS },
      { scenario: scenarioOf({ workload: { everyMs: 1 } }) },
    );
    if (!batches.ok) throw new Error('The config is wrong.');
    const { passed, notes } = await verdictOf(answer, batches.value);
    expect({ passed, notes: notes.map(({ message }) => message.slice(0, 31)) }).toEqual({
      passed: true,
      notes: ['You mark several rows at once. '],
    });
  });

  it('an effect that is committed with a known id is told by the answer that was ignored', async () => {
    const answer =
      'export default async (message, { db, inbox, broker }) => {\n' +
      'await db.transaction(async () => {\nawait db.apply(message);\nawait inbox.record(message.id);\n});\n' +
      'await broker.ack(message);\n};';
    const checks = [...CHECKS, check('ignored', 'holds', { invariant: 'I3', cause: 'answer-ignored' })];
    expect(
      (await failedIn(answer, configOf('consumer', checks))).map(({ id, line }) => [id, line]),
    ).toContainEqual(['ignored', 3]);
  });

  it('a consumer whose every message fails handles none of them', async () => {
    const answer = "export default async () => { throw new Error('No.'); };";
    expect((await failedIn(answer, configOf('consumer'))).map(({ id, message }) => [id, message])).toEqual([
      ['handles', 'Your code: 0 of 3 orders were handled, and 3 became dead letters. 0 steps'],
    ]);
  });
});

describe('an activity that cannot be', () => {
  const problems = (keys: object, more: object = {}) => {
    const compiled = compile({ writes: 'relay', checks: [check('a', 'runs')], ...keys }, more);
    return compiled.ok ? [] : compiled.problems.map(({ code, message, file }) => [code, message, file]);
  };

  it.each<[object, object, readonly (string | null)[]]>([
    [{ writes: undefined }, {}, ['C901', 'It does not say what the learner writes.', 'f/activity.yaml']],
    [
      {},
      { scenario: null },
      [
        'C902',
        'There is no `scenario.yaml`, so nothing says what the program is tried in.',
        'f/activity.yaml',
      ],
    ],
    [{}, { solutions: ['const a = ;'] }, ['C903', 'Unexpected token', 'f/solution.ts']],
    [
      { checks: [check('a', 'holds')] },
      {},
      ['C904', 'The check `a` does not say what must hold.', 'f/activity.yaml'],
    ],
    [
      { checks: [check('a', 'runs', { invariant: 'I2' })] },
      {},
      [
        'C905',
        'The check `a` names an invariant or a cause, and its rule `runs` has no use for either.',
        'f/activity.yaml',
      ],
    ],
    [
      { checks: [check('a', 'holds', { invariant: 'I3', cause: 'marked-first' })] },
      {},
      [
        'C906',
        'The check `a` gives `marked-first` as why I3 breaks, and that is no way to break it.',
        'f/activity.yaml',
      ],
    ],
  ])('%j %j', (keys, more, problem) => {
    expect(problems(keys, more)).toEqual([problem]);
  });
});
