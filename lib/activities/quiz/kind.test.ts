import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/shared/json';
import { judge } from '../judge';
import { sealed } from '../sealed';
import { quizKind } from './kind';

const questions = [
  {
    id: 'event',
    type: 'one',
    asks: 'Which is an event?',
    why: 'It has happened.',
    hints: ['Which has happened?'],
    options: [
      { id: 'placed', text: 'OrderPlaced', right: true, because: 'It tells what has happened.' },
      { id: 'place', text: 'PlaceOrder', because: 'That asks for something.' },
    ],
  },
  {
    id: 'facts',
    type: 'many',
    asks: 'Which are facts?',
    options: [
      { id: 'paid', text: 'OrderPaid', right: true, because: 'Past.' },
      { id: 'shipped', text: 'OrderShipped', right: true, because: 'Past too.' },
      { id: 'ship', text: 'ShipOrder', because: 'A wish.' },
    ],
  },
  {
    id: 'name',
    type: 'short',
    asks: 'How is it called?',
    accept: ['OrderCancelled', 'OrderCanceled'],
    mistaken: [{ forms: ['OrderDeleted'], because: 'A row is deleted; an order is cancelled.' }],
    says: '`{answer}` does not say what happened.',
  },
];

const compile = (written: Json) =>
  quizKind.compile({
    folder: 'quiz',
    keys: { questions: written },
    start: '',
    solutions: [],
    scenario: null,
    files: {},
  });

function check(answers: string) {
  const compiled = compile(questions);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
  const config = JSON.parse(JSON.stringify(compiled.value));
  const kind = sealed(quizKind);
  return judge(kind, config, kind.read(config, `answers: ${answers}`), () =>
    Promise.reject(new Error('Nothing is asked.')),
  );
}

const failuresOf = async (answers: string) =>
  (await check(answers)).checks.filter(({ passed }) => !passed).map(({ id, message }) => `${id}: ${message}`);

describe('a quiz', () => {
  it('passes when every question is right, and says why', async () => {
    const { passed, checks, notes } = await check(
      '{ event: placed, facts: [shipped, paid], name: order cancelled }',
    );
    expect({ passed, notes }).toEqual({ passed: true, notes: [] });
    expect(checks.slice(3).map(({ id, message }) => `${id}: ${message}`)).toEqual([
      'event: It tells what has happened.',
      'facts: Past. Past too.',
      'name: `OrderCancelled` is right.',
    ]);
  });

  it('says of every failing question at once what its answer means', async () => {
    expect(await failuresOf('{ event: place, facts: [ship, paid], name: OrderDeleted }')).toEqual([
      'event: That asks for something.',
      'facts: “ShipOrder” does not belong: A wish. One more belongs here.',
      'name: A row is deleted; an order is cancelled.',
    ]);
  });

  it('gives reason, hints and place to whoever is wrong', async () => {
    const { checks } = await check('{ event: place }');
    expect(checks.find(({ id }) => id === 'event')).toMatchObject({
      subject: 'event',
      why: 'It has happened.',
      hints: ['Which has happened?'],
      place: { line: 1, column: 19 },
    });
  });

  it('names what is not answered', async () => {
    expect(await failuresOf('{ event: placed }')).toEqual([
      'facts: This is not answered yet.',
      'name: This is not answered yet.',
    ]);
  });

  it('says nothing of right and wrong while somebody is choosing', () => {
    const compiled = compile(questions);
    if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
    const { verdict } = quizKind.read(compiled.value, 'answers: { event: place, facts: [ship], name: x }');
    expect(verdict.checks.map(({ id, passed }) => `${id} ${passed}`)).toEqual([
      'size true',
      'yaml true',
      'shape true',
    ]);
  });

  it('forgives a slip of the pen, with a note', async () => {
    const { passed, notes } = await check('{ event: placed, facts: [paid, shipped], name: OrderCancled }');
    expect(passed).toBe(true);
    expect(notes).toMatchObject([
      { subject: 'name', message: 'It is written `OrderCanceled`; `OrderCancled` was near enough.' },
    ]);
  });
});

describe('compiling a quiz', () => {
  it('names every question that cannot be answered', () => {
    const options = [
      { id: 'a', text: 'A', because: 'a' },
      { id: 'a', text: 'B', because: 'b' },
    ];
    const compiled = compile([
      { id: 'u', type: 'short', asks: '?', options },
      { id: 'v', type: 'short', asks: '?', accept: ['Yes'], mistaken: [{ forms: ['yes.'], because: 'no' }] },
      { id: 'w', type: 'one', asks: '?' },
      { id: 'x', type: 'one', asks: '?', options, says: 'no' },
    ]);
    expect(compiled.ok ? [] : compiled.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'C1301 The question `u` is answered in words, so it has no options.',
      'C1302 The question `u` does not say which words are right.',
      'C1303 The question `v` takes `yes.` as right and as mistaken.',
      'C1304 The question `w` has no options.',
      'C1305 In the question `x` no option is right.',
      'C1306 The question `x` has two options called `a`.',
      'C1307 The question `x` has options, so `accept`, `mistaken`, `within` and `says` are not read.',
    ]);
  });
});
