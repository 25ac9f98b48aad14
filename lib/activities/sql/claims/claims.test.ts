import { afterAll, describe, expect, it } from 'vitest';
import { createGatherer } from '@/lib/grading/gatherer';
import { createGrader } from '@/lib/grading/grader';
import { openDatabase } from '@/lib/postgres/direct';
import type { Json } from '@/lib/shared/json';
import { scenarioOf as scenario } from '@/lib/sim/scenario/scenario-fixture';
import { sealed } from '../../sealed';
import type { CheckResult } from '../../verdict';
import { sqlKind } from '../kind';
import { isClaimRule, ruleNames } from '../rules';

const grader = createGrader(createGatherer(openDatabase));
afterAll(() => grader.close());
const kind = sealed(sqlKind);

const model = scenario({
  workload: { orders: 2, aggregates: 1 },
  relays: { count: 2, claim: 'head-of-key', batch: 2 },
  budgets: { crashes: 0, redeliveries: 0 },
});

const compiled = kind.compile({
  folder: 'jobs',
  keys: {
    checks: ['committed', ...ruleNames.filter(isClaimRule)].map((rule) => ({
      id: rule,
      rule,
      says: '{found}',
    })),
    parameters: ['relay 1', 10, '2026-01-01Z'].map((value) => ({ is: 'a value', value })),
    claims: { table: 'jobs', aggregate: 'k', owner: 'who', until: 'til', done: 'done' },
  } as unknown as Json,
  start: '',
  solutions: [''],
  scenario: model as unknown as Json,
  files: {
    'schema.sql':
      'CREATE TABLE jobs (id serial PRIMARY KEY, k text, who text, til timestamptz, done timestamptz, what text)',
    'fixtures.sql': "INSERT INTO jobs (k) VALUES ('A'), ('A'), ('B')",
  },
});

async function checksOf(answer: string): Promise<readonly CheckResult[]> {
  if (!compiled.ok) throw new Error('It compiles.');
  return (await grader.grade(kind, compiled.value, answer)).checks;
}

const failures = async (answer: string) =>
  (await checksOf(answer)).filter(({ passed }) => !passed).map(({ id, message }) => `${id}: ${message}`);

const DUE = 'done IS NULL AND (til IS NULL OR til < now())';
const HEAD = 'AND NOT EXISTS (SELECT FROM jobs e WHERE e.k = o.k AND e.id < o.id AND e.done IS NULL)';
const claim = ({
  due = DUE,
  head = HEAD,
  set = "who = $1, til = now() + interval '30 s'",
  gives = 'id',
} = {}) =>
  `UPDATE jobs SET ${set} WHERE id IN (SELECT id FROM jobs o WHERE ${due} ${head} LIMIT $2) RETURNING ${gives}`;

describe('a claim', () => {
  it('that is a lease on the first row of each key passes, and the model holds with it', async () => {
    expect(await failures(claim())).toEqual([]);
    expect((await checksOf(claim())).at(-1)?.message).toMatch(
      /^In the model, two relays with such a claim were followed through \d+ states: nothing is lost, and the order of each key holds\.$/,
    );
  });

  it.each([
    [
      'takes from others',
      claim({ due: 'done IS NULL' }),
      ['disjoint: row 1', 'due: row 3, which relay 3 still holds'],
    ],
    [
      'takes what is done',
      claim({ due: '(til IS NULL OR til < now())' }),
      ['due: row 3, which was dispatched'],
    ],
    [
      'leaves the expired',
      claim({ due: 'done IS NULL AND til IS NULL' }),
      ['progress: row 3, whose lease has ended'],
    ],
    ['takes from the middle', claim({ head: '' }), ['head: row 2', 'explored: I4 (as `lease`)']],
    ['has no owner', claim({ set: "til = now() + interval '30 s'" }), ['leases: row 1 has the owner NULL']],
    [
      'has no end',
      claim({ set: "who = $1, til = 'infinity'" }),
      ['leases: the lease on row 1 lasts more than an hour'],
    ],
    [
      'holds nobody off',
      claim({ set: "who = $1, til = now() - interval '30 s'" }),
      ['leases: the lease on row 1 has already ended', 'disjoint: row 1'],
    ],
    [
      'goes by the relay’s clock',
      claim({
        due: 'done IS NULL AND (til IS NULL OR til < $3::timestamptz)',
        set: "who = $1, til = $3::timestamptz + interval '30 s'",
      }),
      ['clock: row 1 is taken though its lease runs'],
    ],
    [
      'marks what it takes',
      claim({ set: "done = now(), who = $1, til = now() + interval '30 s'" }),
      ['leases: row 1 is marked as sent, and nobody has published it yet'],
    ],
    [
      'removes rows, down to the last',
      `WITH gone AS (DELETE FROM jobs WHERE done IS NOT NULL) ${claim()}`,
      ['leases: row 3 is gone'],
    ],
    ['has no limit', claim().replace(' LIMIT $2', ''), ['batch: 2']],
    [
      'counts held rows to its limit',
      `UPDATE jobs SET who = $1, til = now() + interval '30 s'
        WHERE id IN (SELECT min(id) FROM jobs WHERE done IS NULL GROUP BY k ORDER BY 1 LIMIT $2)
          AND (til IS NULL OR til < now()) RETURNING id`,
      ['batch: none, though row 3 is due'],
    ],
    [
      'takes its own a second time',
      claim({ due: 'done IS NULL AND (til IS NULL OR til < now() OR who = $1)' }),
      ['due: row 1 again, which it still holds itself and may be publishing'],
    ],
    [
      'leaves what it held itself',
      claim({ due: 'done IS NULL AND (til IS NULL OR til < now() AND who <> $1)' }),
      ['progress: row 1, whose lease has ended'],
    ],
    [
      'changes what happened',
      claim({ set: "what = '', who = $1, til = now() + interval '30 s'" }),
      ['untouched: `what` of row 1'],
    ],
    [
      'changes whose a row is',
      claim({ set: "k = 'C', who = $1, til = now() + interval '30 s'" }),
      ['untouched: `k` of row 1'],
    ],
    ['is never committed', `BEGIN; ${claim()}`, ['committed: a transaction is still open']],
    ['is rolled back', `BEGIN; ${claim()}; ROLLBACK`, ['committed: all that was written is rolled back']],
    [
      'is rolled back to where it began',
      `BEGIN; SAVEPOINT a; ${claim()}; ROLLBACK TO a; COMMIT`,
      ['committed: all that was written is rolled back'],
    ],
    ['says nothing', claim({ gives: 'k' }), ['returns: rows without an id']],
    ['is two', `${claim()}; ${claim()}`, ['single: 2']],
  ])('that %s is told so', async (_, answer, expected) => {
    expect(await failures(answer)).toEqual(expected);
  });

  it('that PostgreSQL refuses only once its parameters have their types is told so in its words', async () => {
    const added = claim({ set: 'who = $1, til = now() + $2' }).replace('LIMIT $2', 'LIMIT 10');
    expect(await failures(added)).toEqual([
      'returns: operator does not exist: timestamp with time zone + integer',
    ]);
  });

  it('within a transaction that is committed is as good', async () => {
    expect(await failures(`BEGIN; ${claim()}; COMMIT`)).toEqual([]);
  });

  it('that rests on locks alone is not judged but explored, and what breaks is shown', async () => {
    const locks = 'SELECT id FROM jobs WHERE done IS NULL ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED';
    const checks = await checksOf(locks);
    expect(checks.filter(({ passed }) => !passed).map(({ id }) => id)).toEqual(['locks-alone']);
    expect(checks.map(({ id }) => id)).toEqual([
      'size',
      'syntax',
      'committed',
      'single',
      'returns',
      'locks-alone',
    ]);
    expect(checks.at(-1)?.explanation).toMatchObject({
      show: 'schedule',
      scenario: { relays: { claim: 'skip-locked' } },
      explored: { verdict: 'broken', invariant: 'I4' },
    });
  });

  it('shows the rows before and after the turn that was wrong', async () => {
    const wrong = (await checksOf(claim({ due: 'done IS NULL' }))).find(({ id }) => id === 'disjoint');
    expect(wrong?.explanation).toMatchObject({
      show: 'rows',
      tables: [
        {
          title: 'Before relay 2',
          rows: [{ id: '1', owner: 'relay 1', lease: '30 s left' }, {}, {}],
          marked: [],
        },
        { title: 'After relay 2; what it took is marked', marked: [0, 2] },
      ],
    });
  });
});
