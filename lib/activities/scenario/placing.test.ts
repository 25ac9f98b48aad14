import { describe, expect, it } from 'vitest';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { run } from '@/lib/sim/trace';
import { type Moment, momentsOf, placedIn, withDeed, withoutDoing } from './placing';

const rightAfter = (kind: Moment['kind'], occurrence: number): Moment => ({
  at: 140.5,
  step: 3,
  occurrence,
  kind,
});
const at = (time: number): Moment => ({ at: time, step: null, occurrence: 0, kind: null });
const BOTH = ['faults', 'commands'];

describe('the moments of a run', () => {
  const trace = run(scenarioOf({ workload: { orders: 2, everyMs: 100 } }));
  const moments = momentsOf(trace);

  it('are all its steps, each with its number among those of its kind', () => {
    const committed = moments.filter(({ kind }) => kind === 'committed').map(({ occurrence }) => occurrence);
    expect(committed).toEqual([1, 2]);
    expect(moments.flatMap(({ step }) => step ?? [])).toEqual(
      Array.from({ length: trace.length }, (_, step) => step),
    );
  });

  it('begin at the start, and go on for a second after the last step', () => {
    expect(moments[0]).toEqual(at(0));
    const last = moments.at(-1)?.at ?? 0;
    expect(last - trace.end).toBeGreaterThan(850);
    expect(last - trace.end).toBeLessThanOrEqual(1000);
  });

  it('between steps keep away from them: whoever is there means the step', () => {
    const [first] = moments.filter(({ step }) => step !== null);
    expect([first?.at, moments.some((moment) => moment.at === 100 && moment.step === null)]).toEqual([
      100,
      false,
    ]);
  });

  it('come in the order of time', () => {
    const times = moments.map((moment) => moment.at);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });
});

describe('a deed', () => {
  it('right after a step is a fault that waits for that step', () => {
    expect(withDeed({}, { do: 'crash-service' }, rightAfter('committed', 2), BOTH)).toBe(
      'faults:\n  - { do: crash-service, at: { step: committed, occurrence: 2 } }\n',
    );
  });

  it('between steps is a fault at its time', () => {
    expect(withDeed({ faults: [] }, { do: 'crash-relay', relay: 2 }, at(300), BOTH)).toBe(
      'faults:\n  - { do: crash-relay, relay: 2, at: { ms: 300 } }\n',
    );
  });

  it('that is no fault is a command, and joins those that are there', () => {
    const one = { commands: [{ at: 1, do: 'place-order' }] };
    expect(withDeed(one, { do: 'place-order' }, rightAfter('polled', 1), BOTH)).toBe(
      'commands:\n  - { at: 1, do: place-order }\n  - { at: 140.5, do: place-order }\n',
    );
  });

  it('is a command as well where no faults are the learner’s to write', () => {
    expect(withDeed({}, { do: 'crash-service' }, rightAfter('committed', 1), ['commands'])).toBe(
      'commands:\n  - { at: 140.5, do: crash-service }\n',
    );
  });

  it('leaves what else is written as it is', () => {
    const written = { relays: { batch: 2, claim: 'lease' }, faults: [] };
    expect(withDeed(written, { do: 'place-order' }, at(0), BOTH)).toBe(
      'relays: { batch: 2, claim: lease }\nfaults: []\ncommands:\n  - { at: 0, do: place-order }\n',
    );
  });

  it('can be taken back, the one and not the other', () => {
    const written = {
      faults: [
        { do: 'replay', at: { ms: 1 } },
        { do: 'replay', at: { ms: 2 } },
      ],
      commands: [],
    };
    const [first] = placedIn(written);
    expect(first && withoutDoing(written, first)).toBe(
      'faults:\n  - { do: replay, at: { ms: 2 } }\ncommands: []\n',
    );
  });
});
