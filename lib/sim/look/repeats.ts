// What a group gets once more: dead letters that are redriven, and all that the broker still has.

import type { ConsumerSettings } from '../scenario/scenario';
import type { Step } from '../step';
import { reopen, setDead } from './outcomes';
import { type Copy, groupOf, type Passage } from './passage';

/** Dead letters go on: where they were skipped, their last copy is on its way once more; where they halted their key, at once. */
export function redrive(passage: Passage, group: number): void {
  const { consumers, standings, byEvent, touched } = passage;
  const skips = (consumers[group] as ConsumerSettings).onPoison === 'skip';
  for (const fate of ['dead', 'parked'] as const) {
    for (const [event, standing] of (standings[group] ?? []).entries()) {
      if (standing?.dead !== fate) continue;
      touched.push(event);
      // What the group knows already gets no effect any more.
      setDead(passage, standing, skips || standing.recorded ? 'no' : 'sent-again');
      const one = byEvent[event]?.at(-1);
      if (skips && one !== undefined) reopen(passage, one, group);
    }
  }
}

/** The group gets everything again that the broker still has. Where a log is read anew, all let go of what they had. */
export function replay(passage: Passage, step: Step, group: number): void {
  const { copies, hands, trace, touched } = passage;
  if (trace.scenario.broker.kind === 'kafka')
    for (const actor of hands.keys()) if (groupOf(passage, actor) === group) hands.delete(actor);
  for (const [place, one] of copies.entries()) {
    if (one.outcomes[group] === 'unwanted' || !isKept(passage, one, place, group, step.at)) continue;
    reopen(passage, one, group);
    touched.push(one.event);
  }
}

/** A log keeps what is not too old; a stream its last entries, and nothing that a group has missed. */
function isKept({ trace, copies }: Passage, one: Copy, place: number, group: number, now: number): boolean {
  const { kind, maxLength, retentionMs } = trace.scenario.broker;
  if (kind === 'kafka') return retentionMs === 0 || one.takenAt + retentionMs > now;
  const outcome = one.outcomes[group];
  if (outcome === 'lost' || outcome === 'missed') return false;
  return maxLength === 0 || place >= copies.length - maxLength;
}
