// What becomes of a copy: the broker has it, a group handles it, it comes once more, is settled, or lost.

import type { Step } from '../step';
import { type Copy, type Handling, type Passage, type Standing, standingOf } from './passage';

/** The broker has one more copy, for these groups. */
export function open(
  passage: Passage,
  { event, row, at }: Pick<Step, 'event' | 'row' | 'at'>,
  copy: number,
  groups: readonly number[],
): Copy {
  const { consumers, copies, byEvent, lag, keepsHandlings } = passage;
  const one: Copy = {
    event,
    copy,
    row,
    takenAt: at,
    outcomes: consumers.map((_, group) => (groups.includes(group) ? null : 'unwanted')),
    handlings: keepsHandlings ? consumers.map(() => []) : [],
    owed: consumers.map((_, group) => groups.includes(group)),
  };
  copies.push(one);
  byEvent[event] ??= [];
  byEvent[event].push(one);
  if (groups.length > 0) passage.inFlight += 1;
  for (const group of groups) {
    lag[group] = (lag[group] ?? 0) + 1;
    standingOf(passage, group, event).open += 1;
  }
  return one;
}

/** The group handled it once more. What it made of it stands; a dead letter may still come to something. */
export function close(passage: Passage, one: Copy, group: number, handling: Handling): void {
  const before = one.outcomes[group];
  one.handlings[group]?.push(handling);
  if (before !== null && handling.outcome === 'skipped') return;
  one.outcomes[group] = handling.outcome;
  if (before !== null) return;
  standingOf(passage, group, one.event).open -= 1;
  if (!one.outcomes.includes(null)) passage.inFlight -= 1;
}

/** The broker has it for this group once more. */
export function reopen(passage: Passage, one: Copy, group: number): void {
  const { lag } = passage;
  if (!one.outcomes.includes(null)) passage.inFlight += 1;
  if (one.outcomes[group] !== null) standingOf(passage, group, one.event).open += 1;
  if (one.owed[group] !== true) lag[group] = (lag[group] ?? 0) + 1;
  one.outcomes[group] = null;
  one.owed[group] = true;
}

/** The broker is through with it for this group. */
export function settle({ lag }: Passage, one: Copy, group: number): void {
  if (one.owed[group] !== true) return;
  one.owed[group] = false;
  lag[group] = (lag[group] ?? 0) - 1;
}

/** The group will never get it. */
export function lose(passage: Passage, one: Copy, group: number, handling: Handling): void {
  if (one.outcomes[group] === null) close(passage, one, group, handling);
  settle(passage, one, group);
  passage.touched.push(one.event);
}

/** The event is a dead letter of the group, or no longer one. */
export function setDead(passage: Passage, standing: Standing, dead: Standing['dead']): void {
  for (const fate of ['dead', 'parked'] as const) {
    passage[fate] += (dead === fate ? 1 : 0) - (standing.dead === fate ? 1 : 0);
  }
  standing.dead = dead;
}

/** A copy by its number. Where copies have none, the first that no member of the group has been given. */
export function find({ byEvent, hands, groups }: Passage, event: number, copy: number, group: number) {
  const all = byEvent[event] ?? [];
  if (copy > 0) return all.findLast((one) => one.copy === copy);
  const held = [...hands].flatMap(([actor, hand]) => (groups[actor] === group ? hand : []));
  return all.find((one) => one.owed[group] === true && !held.includes(one)) ?? all.at(-1);
}

/** The member has it in hand no longer. */
export function takeOut({ hands }: Passage, actor: number, one: Copy): void {
  const hand = hands.get(actor) ?? [];
  const place = hand.indexOf(one);
  if (place >= 0) hand.splice(place, 1);
}
