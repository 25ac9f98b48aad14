// A trace: everything that happened in a run, as codes in columns, and the worlds that it passed through.

import type { Action } from './actions';
import { type Checkpoint, createCheckpoints, restoreAt } from './checkpoints';
import { at, timeAt } from './columns';
import { faultIn, type Plan, type Processes } from './plan';
import type { ProcessFault } from './process/process-fault';
import { type Codes, createRecorder, type Keeper } from './recorder';
import { apply } from './rules';
import { advance, beginRun, earliest } from './run';
import { type Command, DEDUPS, type Millis, type Scenario } from './scenario/scenario';
import { STEP_KINDS, type Step, type StepKind } from './step';
import { begin, type World } from './world';

export interface Trace {
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
  /** Names of those who act, by their code. */
  readonly actors: readonly string[];
  /** How many steps there are. */
  readonly length: number;
  /** When the last step happened. */
  readonly end: Millis;
  /** The run would have gone on: it was stopped at its limit. */
  readonly unfinished: boolean;
  readonly codes: Codes;
  readonly plan: Plan;
  readonly checkpoints: readonly Checkpoint[];
  /** The actions that were taken, where no time decided which: a trace that an exploration found. */
  readonly path?: readonly Action[];
  /** A learner's process could not be gone on with: there the run ends. */
  readonly fault?: ProcessFault;
}

/** Steps of a run that is not told otherwise: enough for a million messages. */
export const MOST_STEPS = 20_000_000;

/** Steps of a run with a learner's process, which may never have enough. */
const MOST_OWN_STEPS = 200_000;

/** Runs a scenario, with what people do to it, to its end or to the limit. Same input, same trace. */
export function run(
  scenario: Scenario,
  commands: readonly Command[] = [],
  limit = MOST_STEPS,
  processes?: Processes,
): Trace {
  const running = createRun(scenario, commands, limit, processes);
  while (running.advance(limit));
  return running.trace();
}

/** A run that is taken on by and by, for who must do something else in between. */
export interface Running {
  /** Takes it on by so many steps; false once it has come to its end or to its limit. */
  readonly advance: (steps: number) => boolean;
  /** How far it has come. */
  readonly steps: () => number;
  /** What has happened so far. */
  readonly trace: () => Trace;
}

export function createRun(
  scenario: Scenario,
  commands: readonly Command[],
  limit: number,
  processes?: Processes,
): Running {
  const world = beginRun(scenario, commands, processes);
  const most = processes === undefined ? limit : Math.min(limit, MOST_OWN_STEPS);
  const recorder = createRecorder();
  world.recorder = recorder;
  const keeper = createCheckpoints(world);
  let goesOn = true;
  return {
    advance(steps) {
      const until = Math.min(most, world.steps + steps);
      while (goesOn && world.steps < until) {
        goesOn = advance(world) && (processes === undefined || faultIn(world.plan) === null);
        keeper.consider();
      }
      return goesOn && world.steps < most;
    },
    steps: () => world.steps,
    trace: () => ({
      ...traceSoFar(world, recorder),
      commands,
      unfinished: goesOn && earliest(world) !== null,
      checkpoints: keeper.checkpoints(),
      ...faultOf(world),
    }),
  };
}

const faultOf = ({ plan }: World): Pick<Trace, 'fault'> => {
  const fault = faultIn(plan);
  return fault === null ? {} : { fault };
};

const traceSoFar = ({ plan, stamped }: World, recorder: Keeper) => ({
  scenario: plan.scenario,
  actors: plan.actors,
  plan,
  length: recorder.length(),
  end: stamped / 1000,
  codes: recorder.codes(),
});

/** The trace of actions that follow one another from the beginning of a world without time. */
export function traceOf(plan: Plan, path: readonly Action[]): Trace {
  const world = begin(plan);
  const recorder = createRecorder();
  const { checkpoints } = createCheckpoints(world);
  world.recorder = recorder;
  for (let place = 0; place < path.length; place += 1) takeAction(world, path, place);
  return {
    ...traceSoFar(world, recorder),
    commands: [],
    unfinished: false,
    checkpoints: checkpoints(),
    path,
  };
}

/** Between two actions of a path, so that a stage can show them one by one. */
const APART = 100_000;

/** How many actions of a path have been taken by a time. */
export const actionsBy = (time: Millis): number => Math.floor((time * 1000) / APART);

/** The action at a place of a path, counted from 0, at its time. */
function takeAction(world: World, path: readonly Action[], place: number): void {
  world.now = (place + 1) * APART;
  apply(world, path[place] as Action);
}

/** The step at a place, counted from 0. */
export function stepAt({ codes, actors }: Trace, place: number): Step {
  const kind = STEP_KINDS[at(codes.kind, place)] as StepKind;
  const value = at(codes.value, place);
  const many = kind === 'polled' || (kind === 'marked' && value > 0);
  const from = at(codes.event, place);
  const events = many ? Array.from(codes.lists.subarray(from, from + value)) : [];
  const rows = many ? Array.from(codes.lists.subarray(from + value, from + 2 * value)) : [];
  return {
    at: timeAt(codes.at, place) / 1000,
    actor: actors[at(codes.actor, place)] as string,
    kind,
    event: many ? onlyOne(events) : from,
    row: many ? onlyOne(rows) : at(codes.row, place),
    value,
    events,
    rows,
    dedup: DEDUPS[at(codes.dedup, place) - 1] ?? null,
  };
}

const onlyOne = (several: readonly number[]): number => (several.length === 1 ? (several[0] as number) : 0);

const decoded = new WeakMap<Trace, readonly Step[]>();

/** All steps, in order, the same list each time. For traces that are looked at as a whole; long ones are read by place. */
export function stepsOf(trace: Trace): readonly Step[] {
  const known = decoded.get(trace);
  if (known !== undefined) return known;
  const steps = Array.from({ length: trace.length }, (_, place) => stepAt(trace, place));
  decoded.set(trace, steps);
  return steps;
}

/** How many steps have happened by a time, that of the time itself included. */
export function stepsBy({ codes, length }: Trace, time: Millis): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeAt(codes.at, middle) / 1000 <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The world after so many steps; steps that one action brings stand together. Yours to move on. */
export function worldAfter(trace: Trace, steps: number): World {
  const world = begin(trace.plan);
  seek(world, trace, steps);
  return world;
}

/** Makes a world of this trace, which has just begun, what it was after so many steps. */
export function seek(world: World, { checkpoints, path }: Trace, steps: number) {
  restoreAt(
    world,
    checkpoints,
    checkpoints.findLastIndex((checkpoint) => checkpoint.steps <= steps),
  );
  if (path === undefined) while (world.steps < steps && advance(world));
  else
    for (let place = 0; world.steps < steps && place < path.length; place += 1)
      takeAction(world, path, place);
}

export const worldAt = (trace: Trace, time: Millis): World => worldAfter(trace, stepsBy(trace, time));
