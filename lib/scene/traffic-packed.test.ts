import { describe, expect, it } from 'vitest';
import type { Token } from './tokens';
import { packTraffic, unpackTraffic } from './traffic-packed';

const token = (more: Partial<Token>): Token => ({
  x: 100.5,
  y: 50.25,
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

describe('traffic that somebody else draws', () => {
  it('comes out with the places, meanings and opacities that went in', () => {
    const tokens = [token({}), token({ x: 7, meaning: 'lost', opacity: 0.5 })];
    const drawn = unpackTraffic(packTraffic({ as: 'tokens', tokens }));
    expect(drawn).toMatchObject({
      as: 'tokens',
      tokens: [
        { x: 100.5, y: 50.25, meaning: 'flight', opacity: 1, label: '' },
        { x: 7, y: 50.25, meaning: 'lost', opacity: 0.5, label: '' },
      ],
    });
  });

  it('is one block of four numbers each where there are no words', () => {
    const packed = packTraffic({ as: 'tokens', tokens: [token({}), token({})] });
    expect(packed).toMatchObject({ as: 'marks' });
    expect('cells' in packed && packed.cells.length).toBe(8);
  });

  it('keeps words, and where there is room for them', () => {
    const tokens = [token({ label: '3 again' }), token({})];
    expect(unpackTraffic(packTraffic({ as: 'tokens', tokens }))).toEqual({ as: 'tokens', tokens });
  });

  it('keeps flows, which are drawn from what they are', () => {
    const flow = {
      way: 'publish',
      meaning: 'flight',
      fromX: 0,
      fromY: 5,
      toX: 20,
      toY: 5,
      rate: 10,
    } as const;
    const packed = packTraffic({ as: 'flows', flows: [flow], count: 500 });
    expect(unpackTraffic(packed)).toEqual({ as: 'flows', flows: [flow] });
  });
});
