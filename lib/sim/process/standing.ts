// At which lines of a learner's text its processes stand, after so many steps of a trace.
import { FIRST_RELAY } from '../step';
import { stepAt, type Trace } from '../trace';
import type { Turn } from './process';
import { turnsAfter } from './turns';

export interface Standing {
  /** Counted from 1, among all relays, or all members of groups. */
  readonly who: number;
  readonly role: 'relay' | 'consumer';
  readonly line: number;
  /** It stands there and waits for an answer; it crashed there, in this very step; or it ended its round there. */
  readonly how: 'waits' | 'crashed' | 'ended';
}

/** One for each process that stands in a round, or stood in one until this step. */
export function standingsAfter(trace: Trace, steps: number): readonly Standing[] {
  const now = turnsAfter(trace, steps);
  const before = steps === 0 ? null : turnsAfter(trace, steps - 1);
  const crashed = steps === 0 ? null : crashedBy(trace, steps - 1);
  const { length } = now.relays;
  return [
    ...now.relays.map((turn, index) =>
      standingOf('relay', index, turn, before?.relays[index], crashed === index),
    ),
    ...now.members.map((turn, index) =>
      standingOf('consumer', index, turn, before?.members[index], crashed === length + index),
    ),
  ].filter((standing) => standing !== null);
}

/** After its crash a process stands at the beginning again: what counts is where it stood. */
function standingOf(
  role: Standing['role'],
  index: number,
  now: Turn | null,
  before: Turn | null | undefined,
  isCrashed: boolean,
): Standing | null {
  const who = index + 1;
  if (!isCrashed && now?.line !== undefined) return { who, role, line: now.line, how: 'waits' };
  if (before?.line === undefined) return null;
  return { who, role, line: before.line, how: isCrashed ? 'crashed' : 'ended' };
}

const CRASHES: readonly string[] = ['crashed', 'consumer-crashed'];

/** Whose crash the step is: its place among all relays and members; null for any other step. */
function crashedBy(trace: Trace, place: number): number | null {
  const actor = trace.codes.actor[place];
  if (actor === undefined || !CRASHES.includes(stepAt(trace, place).kind)) return null;
  return actor - FIRST_RELAY;
}
