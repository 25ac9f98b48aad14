import { describe, expect, it } from 'vitest';
import { placeFor } from './menu-place';

const window = { width: 390, height: 844 };
const menu = { width: 280, height: 300 };

describe('a menu', () => {
  it('opens below the middle of what it belongs to', () => {
    expect(placeFor({ x: 195, top: 100, bottom: 130 }, menu, window)).toEqual({ left: 55, top: 138 });
  });

  it('opens above where there is no room below', () => {
    expect(placeFor({ x: 195, top: 700, bottom: 730 }, menu, window)).toEqual({ left: 55, top: 392 });
  });

  it('stays within the window', () => {
    expect(placeFor({ x: 5, top: 100, bottom: 130 }, menu, window).left).toBe(8);
    expect(placeFor({ x: 389, top: 100, bottom: 130 }, menu, window).left).toBe(102);
    expect(placeFor({ x: 195, top: 250, bottom: 600 }, menu, window).top).toBe(8);
  });
});
