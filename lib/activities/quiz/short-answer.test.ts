import { expect, it } from 'vitest';
import type { ShortQuestion } from './quiz-config';
import { judgeShort } from './short-answer';

const question = (more: Partial<ShortQuestion>): ShortQuestion => ({
  id: 'q',
  type: 'short',
  asks: '?',
  accept: ['OrderPlaced'],
  within: 0,
  mistaken: [{ forms: ['OrderPlace', 'PlaceOrder'], because: 'A wish.' }],
  says: 'No.',
  why: null,
  hints: [],
  ...more,
});

it.each([
  ['OrderPlaced', 'right'],
  [' order placed. ', 'right'],
  ['`order_placed`', 'right'],
  ['ＯｒｄｅｒＰｌａｃｅｄ', 'right'],
  ['OrdrePlaced', 'misspelt'],
  ['OrderPlacd', 'wrong: A wish.'],
  ['OrderPlace', 'wrong: A wish.'],
  ['placeorder', 'wrong: A wish.'],
  ['OrderShipped', 'wrong: null'],
])('%s is %s', (answer, expected) => {
  expect(verdict(question({}), answer)).toBe(expected);
});

it.each([
  ['3', ['3'], 0, 'right'],
  ['3.0', ['3'], 0, 'right'],
  ['3,4', ['3'], 0.5, 'right'],
  ['4', ['3'], 0.5, 'wrong: null'],
  ['10001', ['10000'], 0, 'wrong: null'],
  ['ack', ['nack'], 0, 'wrong: null'],
])('%s for %j within %d is %s', (answer, accept, within, expected) => {
  expect(verdict(question({ accept, within, mistaken: [] }), answer)).toBe(expected);
});

function verdict(asked: ShortQuestion, answer: string): string {
  const judgement = judgeShort(asked, answer);
  if (!judgement.right) return `wrong: ${judgement.because}`;
  return judgement.misspelt ? 'misspelt' : 'right';
}
