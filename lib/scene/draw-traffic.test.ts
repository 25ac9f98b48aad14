import { describe, expect, it } from 'vitest';
import { bandWidth, drawTraffic, rateWords } from './draw-traffic';
import { FLIGHT_MEANINGS } from './flights-kinds';
import type { Ink, Look, Pen } from './pen';
import { tokenNear } from './token-near';
import type { Token, Traffic } from './tokens';
import type { Flow } from './tokens-flows';

const inkOf = (meaning: string): Ink => ({
  // The name stands for the picture.
  sprite: { image: meaning as unknown as CanvasImageSource, width: 12, height: 12 },
  strong: `${meaning} strong`,
  soft: `${meaning} soft`,
});

const look: Look = {
  width: 300,
  height: 200,
  meanings: Object.fromEntries(
    FLIGHT_MEANINGS.map((meaning) => [meaning, inkOf(meaning)]),
  ) as Look['meanings'],
  paper: 'paper',
  line: 'line',
  ink: 'ink',
  font: '500 11.5px Plex',
};

/** A pen that writes down what it does; every letter is 6 pixels wide. */
function recording(): { readonly pen: Pen; readonly done: string[] } {
  const done: string[] = [];
  const note =
    (what: string) =>
    (...all: readonly unknown[]) => {
      done.push(`${what} ${all.join(' ')}`);
    };
  const state = { globalAlpha: 1, strokeStyle: '', fillStyle: '', lineWidth: 1, lineDashOffset: 0 };
  const pen = Object.assign(state, {
    clearRect: note('clear'),
    beginPath: () => undefined,
    roundRect: note('pill'),
    moveTo: note('from'),
    lineTo: note('to'),
    fill: () => done.push(`fill ${state.fillStyle}`),
    stroke: () => done.push(`stroke ${state.strokeStyle} ${state.lineWidth} shifted ${state.lineDashOffset}`),
    setLineDash: note('dash'),
    fillText: note('text'),
    measureText: (words: string) => ({ width: 6 * words.length }),
    drawImage: (...all: readonly unknown[]) => done.push(`mark ${all.join(' ')} at ${state.globalAlpha}`),
  });
  return { pen: pen as unknown as Pen, done };
}

const token = (more: Partial<Token> = {}): Token => ({
  x: 100,
  y: 50,
  way: 'publish',
  meaning: 'flight',
  event: 3,
  copy: 1,
  label: '',
  opacity: 1,
  gap: { along: 'x', low: 0, high: 300 },
  flight: 0,
  ...more,
});

const tokens = (...all: readonly Token[]): Traffic => ({ as: 'tokens', tokens: all });

function drawn(traffic: Traffic, shift?: number): readonly string[] {
  const { pen, done } = recording();
  drawTraffic(pen, traffic, look, shift);
  return done;
}

describe('tokens', () => {
  it('are the mark of their meaning, around their place', () => {
    expect(drawn(tokens(token({ meaning: 'duplicate' })))).toEqual([
      'clear 0 0 300 200',
      'mark duplicate 94 44 12 12 at 1',
    ]);
  });
  it('have their words below them on paper, above all marks', () => {
    const all = drawn(tokens(token({ label: '3 again' }), token({ x: 200 })));
    expect(all).toEqual([
      'clear 0 0 300 200',
      'mark flight 94 44 12 12 at 1',
      'mark flight 194 44 12 12 at 1',
      'pill 73 58 54 16 8',
      'fill paper',
      'stroke line 1 shifted 0',
      'text 3 again 79 66.5',
    ]);
  });
  it('do not cover each other’s words: the later ones stand below, and at the fifth place none', () => {
    const many = Array.from({ length: 5 }, (_, place) => token({ x: 100 + place, label: 'row 3' }));
    const pills = drawn(tokens(...many)).filter((what) => what.startsWith('pill'));
    expect(pills).toEqual([
      'pill 79 58 42 16 8',
      'pill 80 76 42 16 8',
      'pill 81 94 42 16 8',
      'pill 82 112 42 16 8',
    ]);
  });
  it('keep their words in the picture', () => {
    const pills = [0, 300].map((x) => drawn(tokens(token({ x, label: 'confirm 3' }))).at(2));
    expect(pills).toEqual(['pill 0 58 66 16 8', 'pill 234 58 66 16 8']);
  });
  it('have their words between the boxes, and in the middle where there is too little room', () => {
    const pillOf = (more: Partial<Token>) => drawn(tokens(token({ label: 'row 3', ...more }))).at(2);
    expect(pillOf({ x: 80, gap: { along: 'x', low: 80, high: 130 } })).toBe('pill 80 58 42 16 8');
    expect(pillOf({ x: 130, gap: { along: 'x', low: 80, high: 130 } })).toBe('pill 88 58 42 16 8');
    expect(pillOf({ x: 80, gap: { along: 'x', low: 80, high: 120 } })).toBe('pill 79 58 42 16 8');
  });

  it('have their words beside them where they go down', () => {
    const gap = { along: 'y', low: 50, high: 90 } as const;
    const pills = [100, 290].map((x) => drawn(tokens(token({ x, label: 'row 3', gap }))).at(2));
    expect(pills).toEqual(['pill 111 50 42 16 8', 'pill 237 50 42 16 8']);
  });

  it('fade with their opacity', () => {
    expect(drawn(tokens(token({ meaning: 'lost', opacity: 0.25 }))).at(1)).toBe(
      'mark lost 94 44 12 12 at 0.25',
    );
  });
});

describe('a flow', () => {
  const flow: Flow = {
    way: 'publish',
    meaning: 'flight',
    fromX: 0,
    fromY: 50,
    toX: 200,
    toY: 50,
    rate: 9_999,
  };
  const flows: Traffic = { as: 'flows', flows: [flow], count: 900 };
  it('is a band with dashes that move, and says its rate beside its mark', () => {
    expect(drawn(flows, 5)).toEqual([
      'clear 0 0 300 200',
      'from 0 50',
      'to 200 50',
      'stroke flight soft 18 shifted 0',
      'dash 10,8',
      'stroke flight strong 2 shifted -5',
      'dash ',
      'pill 41.5 62 117 16 8',
      'fill paper',
      'stroke line 1 shifted -5',
      'mark flight 47.5 64 12 12 at 1',
      'text 10,000 a second 62.5 70.5',
    ]);
  });
  it('says its rate in short between boxes that stand close', () => {
    const close = drawn({ as: 'flows', flows: [{ ...flow, toX: 44, rate: 131_234 }], count: 900 });
    expect(close.filter((one) => one.startsWith('text'))).toEqual([expect.stringContaining('text 131K/s ')]);
  });

  it('has its rate below the one of another that it would cover', () => {
    const down = { ...flow, fromX: 100, fromY: 50, toX: 100, toY: 90 };
    const pills = drawn({ as: 'flows', flows: [down, { ...down, fromX: 130, toX: 130 }], count: 900 })
      .filter((one) => one.startsWith('pill'))
      .map((one) => Number(one.split(' ')[2]));
    expect(pills).toEqual([53, 71]);
  });

  it('stands for whoever asked for less motion', () => {
    expect(drawn(flows)).toContain('stroke flight strong 2 shifted 0');
  });
  it('grows by as much with every tenfold', () => {
    expect([9, 99, 999].map(bandWidth)).toEqual([6, 10, 14]);
  });
  it('says no more digits than can be read', () => {
    expect([7, 12_412, 100_000].map(rateWords)).toEqual([
      '7 a second',
      '12,400 a second',
      '100,000 a second',
    ]);
  });
});

describe('a click', () => {
  const one = token();
  const other = token({ x: 110, event: 4 });
  it.each([
    ['on a token', 100, 50, 3],
    ['between two, nearer to the other', 107, 50, 4],
    ['16 pixels away', 84, 50, 3],
  ])('%s picks it', (_, x, y, event) => {
    expect(tokenNear(tokens(one, other), x, y)?.event).toBe(event);
  });
  it('farther away picks none, and none of a flow', () => {
    expect(tokenNear(tokens(one, other), 100, 67)).toBeNull();
    expect(tokenNear({ as: 'flows', flows: [], count: 500 }, 100, 50)).toBeNull();
  });
});
