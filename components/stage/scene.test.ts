import { describe, expect, it } from 'vitest';
import type { Recorded } from '@/lib/sim/database/recorded';
import { copiesBy } from '@/lib/sim/look/copies';
import { viewOf } from '@/lib/sim/look/view';
import type { StepKind } from '@/lib/sim/step';
import { commands } from '@/lib/sim/tell/notation';
import { run, stepsOf, worldAfter } from '@/lib/sim/trace';
import { quietScenario as scenario } from '@/lib/store/stage-fixture';
import { type Scene, sceneOf } from './scene';
import { travellersAt } from './travel';

/** The scene right after the n-th step of a kind. */
function sceneAfter(text: string, kind: StepKind, occurrence = 1, recorded: Recorded | null = null): Scene {
  const trace = run(scenario, commands(text));
  const step = stepsOf(trace).filter((one) => one.kind === kind)[occurrence - 1];
  if (step === undefined) throw new Error(`Nothing was ${kind}.`);
  const count = stepsOf(trace).indexOf(step) + 1;
  const world = viewOf(worldAfter(trace, count));
  return sceneOf({ scenario, world, copies: copiesBy(trace, count), step, recorded });
}
const rows = ({ outbox }: Scene) =>
  outbox.shown.map(({ id, dispatchedAt, meaning, current }) =>
    [id, dispatchedAt, meaning ?? '-', ...(current ? ['current'] : [])].join(' '),
  );
const messages = (scene: Scene) => scene.messages.shown.map(({ label, meaning }) => `${label} ${meaning}`);
const travellers = (text: string, kind: StepKind, occurrence = 1, share = 0) => {
  const trace = run(scenario, commands(text));
  const steps = stepsOf(trace);
  const step = steps.filter((one) => one.kind === kind)[occurrence - 1];
  if (step === undefined) throw new Error(`Nothing was ${kind}.`);
  return travellersAt(viewOf(worldAfter(trace, steps.indexOf(step) + 1)), step.at + share);
};

describe('the outbox on the stage', () => {
  it('shows a row before its commit as what nobody can see yet', () => {
    expect(rows(sceneAfter('order@0', 'inserted'))).toEqual(['1 uncommitted -']);
  });

  it('shows a row that rolled back for as long as that is told, and then no more', () => {
    expect(rows(sceneAfter('rollback@0 order@200', 'rolled-back'))).toEqual(['1 rolled back -']);
    expect(rows(sceneAfter('rollback@0 order@200', 'committed'))).toEqual(['2 NULL pending']);
  });

  it('goes from pending, over the relay’s hands, to a time', () => {
    expect(rows(sceneAfter('order@0', 'committed'))).toEqual(['1 NULL pending']);
    expect(rows(sceneAfter('order@0', 'polled'))).toEqual(['1 NULL pending current']);
    expect(rows(sceneAfter('order@0', 'acked'))[0]).toMatch(/^1 09:41:00\.\d{3} delivered$/);
  });

  it('keeps the row at hand in sight, however many there are', () => {
    const { outbox } = sceneAfter(
      'order@0 order@0 order@0 order@0 order@0 order@0 order@0 order@0',
      'confirmed',
      4,
    );
    expect(outbox.shown.map(({ id }) => id)).toEqual(['3', '4', '5', '6', '7']);
    expect([outbox.earlier, outbox.later]).toEqual([2, 1]);
  });

  it('shows the rows as the database holds them, once they were read back', () => {
    const recorded = {
      rows: [{ id: '1', event_type: 'OrderPlaced', dispatched_at: '2026-01-05 09:41:00.5+00' }],
      counts: {},
      contents: {},
      error: null,
    };
    const scene = sceneAfter('order@0', 'applied', 1, recorded);
    expect(scene.readBack).toBe(true);
    expect(rows(scene)).toEqual(['1 09:41:00.500 delivered']);
  });
});

describe('the relay on the stage', () => {
  it.each([
    ['committed', 'Polling', 'every 400 ms'],
    ['polled', 'Publishing', 'event 1'],
    ['published', 'Awaiting confirm', 'of event 1'],
    ['confirmed', 'Marking', 'row 1'],
  ] as const)('after %s: %s, %s', (kind, title, detail) => {
    expect(sceneAfter('order@0', kind).relay).toEqual({ title, detail, crashed: false, armed: false });
  });

  it('says that it will crash, that it did, and what it left behind', () => {
    expect(sceneAfter('order@0 crash@0', 'committed').relay.armed).toBe(true);
    const crashed = sceneAfter('order@0 crash@0', 'crashed');
    expect(crashed.relay).toEqual({
      title: 'Crashed',
      detail: 'row 1 published, not marked',
      crashed: true,
      armed: false,
    });
    expect(rows(crashed)).toEqual(['1 NULL pending current']);
  });

  it('says that it waits for the broker', () => {
    expect(sceneAfter('down@0 order@10', 'refused').relay.detail).toBe('waits for the broker');
  });
});

describe('the broker and shipping on the stage', () => {
  it('tell a duplicate from the first', () => {
    const scene = sceneAfter('order@0 crash@0', 'skipped');
    expect(messages(scene)).toEqual(['1 delivered', '1 again duplicate']);
    expect(scene.consumers[0]).toEqual({
      name: 'shipping',
      title: 'Shipping',
      dedup: true,
      effects: 1,
      skipped: 1,
      doubled: 0,
    });
  });

  it('count the second effect without dedup', () => {
    const scene = sceneAfter('dedup-off@0 order@0 crash@0', 'applied', 2);
    expect(scene.consumers[0]).toMatchObject({ dedup: false, effects: 2, skipped: 0, doubled: 1 });
  });
});

describe('what is under way', () => {
  it('travels from lane to lane', () => {
    expect(travellers('order@0', 'inserted')).toEqual([
      { key: 'write 1', stretch: 'service-outbox', place: 0, label: 'row 1', meaning: null },
    ]);
    expect(travellers('order@0', 'polled')).toMatchObject([
      { stretch: 'outbox-relay', place: 0, label: 'row 1', meaning: 'pending' },
    ]);
    expect(travellers('order@0', 'polled', 1, 40)).toMatchObject([
      { stretch: 'relay-broker', label: '1', meaning: 'flight' },
    ]);
    expect(travellers('order@0', 'published').map(({ label, place }) => `${label} ${place}`)).toEqual([
      'confirm 1 1',
    ]);
    expect(travellers('order@0', 'delivered').map(({ label }) => label)).toEqual(['confirm 1', '1']);
  });

  it('moves with time, and never beyond its goal', () => {
    const [early] = travellers('order@0', 'polled', 1, 45);
    expect(early?.place).toBeGreaterThan(0.1);
    expect(early?.place).toBeLessThan(0.6);
    expect(travellers('order@0', 'polled', 1, 9999)[0]?.place).toBe(1);
  });

  it('is a duplicate when the event was at the broker before', () => {
    expect(travellers('order@0 crash@0', 'polled', 2, 60)).toMatchObject([
      { label: '1 again', meaning: 'duplicate' },
    ]);
  });

  it('turns back when it rolls back', () => {
    expect(travellers('rollback@0', 'inserted', 1, 9999)[0]?.place).toBe(0);
  });
});
