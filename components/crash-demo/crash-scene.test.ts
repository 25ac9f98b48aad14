import { describe, expect, it } from 'vitest';
import type { StepKind } from '@/lib/sim/step';
import { run, stepsOf } from '@/lib/sim/trace';
import { crashScenario } from './crash-scenario';
import { crashScene } from './crash-scene';

const crashRun = run(crashScenario);

const at = (time: number) => crashScene(crashRun, time);
const timeOf = (kind: StepKind) => stepsOf(crashRun).find((step) => step.kind === kind)?.at ?? Number.NaN;

describe('the small crash', () => {
  it('begins with a pending row', () => {
    expect(at(timeOf('committed'))).toMatchObject({
      row: 'pending',
      relay: 'polling',
      copies: 0,
      parcels: 0,
    });
  });

  it('shows the message on its way from the relay to the broker', () => {
    const halfway = (timeOf('polled') + timeOf('published')) / 2;
    const [message] = at(halfway).messages;
    expect(message?.again).toBe(false);
    expect(message?.place).toBeGreaterThan(1.3);
    expect(message?.place).toBeLessThan(1.7);
  });

  it('crashes while the row is still pending', () => {
    expect(at(timeOf('crashed'))).toMatchObject({ row: 'pending', relay: 'crashed', copies: 1 });
  });

  it('ends with two copies, one parcel, and one duplicate skipped', () => {
    expect(at(crashRun.end)).toMatchObject({
      row: 'dispatched',
      copies: 2,
      parcels: 1,
      skipped: 1,
      messages: [],
      telling: 'The same event, a second time. Shipping knows its id and skips it: one parcel.',
    });
  });
});
