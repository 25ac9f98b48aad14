import { describe, expect, it } from 'vitest';
import { listedKeys } from './keys/key-words';
import { keysFor } from './stage-keys';

describe('the keys of the stage', () => {
  it('do one thing each', () => {
    const keys = listedKeys(true).map(({ key }) => key);
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });

  it('are listed with those of the sandbox only there', () => {
    const names = (inSandbox: boolean) => [...new Set(listedKeys(inSandbox).map(({ group }) => group))];
    expect(names(false)).toEqual(['Playing', 'Doing', 'Runs', 'Help']);
    expect(names(true)).toEqual(['Playing', 'Doing', 'Runs', 'Sandbox', 'Help']);
  });

  it('tell which of several was pressed', () => {
    const told: string[] = [];
    const keys = keysFor({ show: (key) => told.push(key), compare: (key) => told.push(key) });
    keys['2']?.();
    keys['Shift+5']?.();
    expect(told).toEqual(['2', 'Shift+5']);
  });
});
