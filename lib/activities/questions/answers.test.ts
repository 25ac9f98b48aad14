import { describe, expect, it } from 'vitest';
import { type Asked, answersIn, readAnswers, writeAnswers } from './answers';

const asked: readonly Asked[] = [
  { id: 'lost', takes: 'number', options: [] },
  { id: 'name', takes: 'text', options: [] },
  { id: 'fate', takes: 'one', options: ['gone', 'later'] },
  { id: 'signs', takes: 'many', options: ['a', 'b', 'c'] },
];

const problemsOf = (text: string) =>
  readAnswers(text, asked)
    .checks.filter(({ passed }) => !passed)
    .map(
      ({ id, message, hints, place }) =>
        `${place?.line}:${place?.column} ${id} ${[message, ...hints].join(' ')}`,
    );

describe('answers', () => {
  const all = { lost: 3, name: 'Order Placed ', fate: 'later', signs: ['a', 'c'] };

  it('are the same after they were written and read', () => {
    const text = writeAnswers(asked, all);
    expect(text).toBe('answers:\n  lost: 3\n  name: "Order Placed "\n  fate: later\n  signs: [a, c]\n');
    expect(answersIn(text, asked)).toEqual(all);
  });

  it('of words stay words, whatever YAML would make of them', () => {
    for (const name of ['null', 'true', '7', '# none', "it's"])
      expect(answersIn(writeAnswers(asked, { name }), asked)).toEqual({ name });
  });

  it('are nothing where nothing was answered', () => {
    expect(writeAnswers(asked, {})).toBe('answers: {}\n');
    for (const text of ['answers: {}', 'answers:', 'answers: { lost: ____, name: "", fate: , signs: [] }'])
      expect(readAnswers(text, asked)).toMatchObject({ ok: true, answers: {} });
  });

  it('are told apart from a number in quotes, and from one option in a list of one', () => {
    const answers = readAnswers('{ answers: { lost: "3,5", signs: b } }', asked);
    expect(answers).toMatchObject({ ok: true, answers: { lost: 3.5, signs: ['b'] } });
  });
});

describe('what cannot be read', () => {
  it.each([
    ['', 'undefined:undefined'],
    [
      '3',
      '1:1 shape This holds no answers yet. Begin with `answers:`, and below it write one line for each question.',
    ],
    [
      'lost: 3',
      '1:1 shape There is no key `lost` at the top. Begin with `answers:`, and below it write one line for each question.',
    ],
    [
      'answers: [3]',
      '1:1 shape `answers` is a map: the id of a question, a colon, and your answer. Begin with `answers:`, and below it write one line for each question.',
    ],
    ['answers: { lots: 3 }', '1:12 shape No question is called `lots`. Did you mean `lost`?'],
    ['answers: { lost: many }', '1:18 shape `lost` asks for a number, and `many` is none.'],
    ['answers: { name: [a] }', '1:18 shape `name` asks for a few words, not for a list or a map.'],
    ['answers: { fate: goen }', '1:18 shape `fate` has no option `goen`. Did you mean `gone`?'],
    ['answers: { fate: [gone] }', '1:18 shape `fate` asks for one option. Known are `gone`, `later`.'],
    ['answers: { signs: [a, d] }', '1:19 shape `signs` has no option `d`. Did you mean `a`?'],
  ])('%s', (text, expected) => {
    if (text === '')
      expect(problemsOf(text)).toMatchObject([expect.stringContaining('yaml There is nothing here yet')]);
    else expect(problemsOf(text)).toEqual([expected]);
  });

  it('is told all at once', () => {
    expect(problemsOf('answers: { lost: many, fate: never, more: 1 }')).toHaveLength(3);
  });

  it('is too large before it is read', () => {
    expect(problemsOf(`answers: { name: ${'x'.repeat(70_000)} }`)).toEqual([
      '1:1 size This text is larger than 64 KB, so it was not read. What is asked for takes a few lines.',
    ]);
  });
});
