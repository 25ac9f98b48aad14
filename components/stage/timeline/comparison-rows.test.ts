import { describe, expect, it } from 'vitest';
import { ledgerOf } from '@/lib/sim/look/ledger';
import { commands } from '@/lib/sim/tell/notation';
import { run } from '@/lib/sim/trace';
import { quietScenario } from '@/lib/store/stage-fixture';
import { comparisonAt, doubledBy } from './comparison-rows';

function compared(number: number, text: string) {
  const trace = run(quietScenario, commands(text));
  return { title: `Run ${number}`, run: { trace, ledger: ledgerOf(trace) } };
}

describe('two runs at a moment', () => {
  it('differ by what the crash brought, with dedup and without', () => {
    const rows = comparisonAt(
      compared(1, 'order@0 crash@0'),
      compared(2, 'dedup-off@0 order@0 crash@0'),
      60_000,
    );
    expect(rows.map(({ words, first, second, difference }) => [words, first, second, difference])).toEqual([
      ['rows pending', 0, 0, 'the same'],
      ['events delivered', 1, 1, 'the same'],
      ['duplicates', 1, 1, 'the same'],
      ['effects too many', 0, 1, '1 more in Run 2'],
      ['dead letters', 0, 0, 'the same'],
      ['lost', 0, 0, 'the same'],
      ['consumer lag', 0, 0, 'the same'],
    ]);
  });

  it('stand as they stood by then, not as they end', () => {
    const [pending] = comparisonAt(compared(1, 'order@0 order@500 down@600'), compared(2, 'order@0'), 650);
    expect(pending).toMatchObject({ first: 1, second: 0, difference: '1 more in Run 1' });
  });
});

it('effects too many are counted with the step that makes them', () => {
  const { trace } = compared(1, 'dedup-off@0 order@0 crash@0').run;
  expect(doubledBy(trace, trace.length)).toBe(1);
  const doubling = Array.from({ length: trace.length }, (_, steps) => doubledBy(trace, steps)).lastIndexOf(0);
  expect(doubledBy(trace, doubling)).toBe(0);
  expect(doubledBy(trace, doubling + 1)).toBe(1);
});
