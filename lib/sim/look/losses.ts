// Where a copy does not arrive: nobody heard it, it was trimmed, or it went with a connection.

import type { ConsumerSettings } from '../scenario/scenario';
import type { Step } from '../step';
import { find, lose } from './outcomes';
import type { Passage } from './passage';

/** A notification is missed by a group once none of its members heard it. */
export function miss(passage: Passage, { event, value, at, actor: by }: Step, group: number): void {
  const { missed, consumers, trace } = passage;
  const key = `${group}/${event}/${value}`;
  const absent = (missed.get(key) ?? 0) + 1;
  missed.set(key, absent);
  const members = trace.scenario.broker.kind === 'notify' ? (consumers[group] as ConsumerSettings).count : 1;
  const one = find(passage, event, value, group);
  if (one !== undefined && absent >= members) lose(passage, one, group, { by, at, outcome: 'missed' });
}

/** Gone before the group has read it. */
export function trim(passage: Passage, { event, value: group, at, actor: by }: Step): void {
  const one = find(passage, event, 0, group);
  if (one?.outcomes[group] === null) lose(passage, one, group, { by, at, outcome: 'lost' });
}

/** Every hand is empty again; a restart takes what the broker had not kept. */
export function breakConnections(passage: Passage, step: Step): void {
  passage.hands.clear();
  if (step.kind !== 'broker-restarted' || step.value === 0) return;
  for (const one of passage.copies) {
    for (const group of passage.consumers.keys()) {
      if (one.owed[group] !== true) continue;
      lose(passage, one, group, { by: step.actor, at: step.at, outcome: 'lost' });
    }
  }
}
