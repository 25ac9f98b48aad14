import { describe, expect, it } from 'vitest';
import { commands } from '@/lib/sim/tell/notation';
import { run, stepsOf, type Trace } from '@/lib/sim/trace';
import { quietScenario } from '@/lib/store/stage-fixture';
import { differenceWords, firstDifference } from './first-difference';

const ran = (text: string, scenario = quietScenario) => run(scenario, commands(text));
const named = (trace: Trace, number: number) => ({ title: `Run ${number}`, trace });

describe('where two runs part', () => {
  it('nowhere, where the same was done', () => {
    const [one, other] = [ran('order@0 crash@0'), ran('order@0 crash@0')];
    expect(firstDifference(one, other)).toBe(null);
    expect(differenceWords(null, named(one, 1), named(other, 2))).toBe(
      'Run 1 and Run 2 are the same, step by step.',
    );
  });

  it('at the deed that one of them has and the other has not', () => {
    const [one, other] = [ran('order@0'), ran('order@0 crash-now@450')];
    const crash = stepsOf(other).findIndex(({ kind }) => kind === 'crashed');
    const difference = firstDifference(one, other);
    expect(difference).toEqual({ place: crash, at: stepsOf(other)[crash]?.at, in: 'second' });
    expect(firstDifference(other, one)?.in).toBe('first');
    expect(differenceWords(difference, named(one, 1), named(other, 2))).toMatch(
      /^They are the same until 0\.450 s\. In Run 2: The relay crashed/,
    );
  });

  it('where one goes on and the other has ended', () => {
    const [one, other] = [ran('order@0'), ran('order@0 order@5000')];
    expect(firstDifference(one, other)).toMatchObject({ place: one.length, in: 'second' });
  });

  it('in both, where the same moment brings different things', () => {
    const [one, other] = [ran('down@100'), ran('rollback@100')];
    const difference = firstDifference(one, other);
    expect(difference).toMatchObject({ place: 0 });
    expect(differenceWords(difference, named(one, 1), named(other, 2))).toMatch(
      /^They differ from the start\. In Run 1: The broker .+ In Run 2: /,
    );
  });

  it('at a poll that finds other rows', () => {
    const one = ran('order@0 order@10');
    const two = stepsOf(one).findIndex(({ kind, value }) => kind === 'polled' && value === 2);
    expect(two).toBeGreaterThan(0);
    const lists = one.codes.lists.slice();
    const from = one.codes.event[two] ?? 0;
    lists[from] = 7;
    const other = { ...one, codes: { ...one.codes, lists } };
    expect(firstDifference(one, other)).toEqual({ place: two, at: stepsOf(one)[two]?.at, in: 'both' });
  });
});
