import { describe, expect, it } from 'vitest';
import { explore } from '../explore/explore';
import { scenarioOf } from '../scenario/scenario-fixture';
import { type CallName, calledProcess } from './called-process';
import { ownProcesses } from './own-processes';
import type { ProcessKind } from './process-fault';

const judge = (role: ProcessKind, ...calls: readonly CallName[]): string => {
  const scenario = scenarioOf({ workload: { orders: 1 } });
  const { verdict, invariant, fault } = explore(scenario, {
    processes: ownProcesses({ [role]: calledProcess({ role, calls }) }),
  });
  return [verdict, invariant ?? '', fault === undefined ? '' : 'fault'].join(' ').trim();
};

describe('a relay that is put together from its calls', () => {
  it('holds where each row is marked after its confirm', () => {
    expect(judge('relay', 'pending', 'publish', 'mark')).toBe('holds');
  });

  it('loses an event where it is marked before it is published', () => {
    expect(judge('relay', 'pending', 'mark', 'publish')).toBe('broken I2');
  });

  it('publishes nothing that it has not looked for first', () => {
    expect(judge('relay', 'publish', 'mark', 'pending')).toBe('broken I2');
    expect(judge('relay', 'publish', 'mark')).toBe('broken I2');
  });
});

describe('a consumer that is put together from its calls', () => {
  it('holds where the id is recorded in the transaction of the effect', () => {
    expect(judge('consumer', 'begin', 'record', 'effect', 'commit', 'ack')).toBe('holds');
  });

  it('doubles an effect without the id, and loses one where the id is committed first', () => {
    expect(judge('consumer', 'begin', 'effect', 'commit', 'ack')).toBe('broken I3');
    expect(judge('consumer', 'begin', 'record', 'commit', 'begin', 'effect', 'commit', 'ack')).toBe(
      'broken I2',
    );
  });

  it('loses an event that it acknowledges before its effect', () => {
    expect(judge('consumer', 'ack', 'begin', 'record', 'effect', 'commit')).toBe('broken I2');
  });
});
