// The rules: one action in, the world moved on. No clock, no chance but the world's own; the caller owns the world.
import { unreachable } from '@/lib/shared/unreachable';
import { goDown, goUp, take } from './broker';
import { handle, setDedup } from './consumer';
import * as relay from './relay';
import type { Command, Millis } from './scenario';
import { end, insert } from './service';
import type { Happening, Step } from './step';
import { copy, type World } from './world';

export type Action =
  | { readonly type: 'end' | 'input' | relay.RelayAction; readonly at: Millis }
  | { readonly type: 'handle'; readonly at: Millis; readonly delivery: number };

/** What may come next. Empty at rest: what is left to do, if anything, waits for an input. */
export function enabled(world: World): readonly Action[] {
  const actions: Action[] = [...relay.actions(world)];
  const open = world.open[0];
  if (open !== undefined) actions.push({ type: 'end', at: open.endsAt });
  world.deliveries.forEach(({ travel }, delivery) => {
    if (travel !== null) actions.push({ type: 'handle', at: travel.to, delivery });
  });
  const input = world.inputs[world.nextInput];
  // Strictly after its time: what had happened by then stays as it was.
  if (input !== undefined) actions.push({ type: 'input', at: input.at + 1 });
  return actions;
}

/** The earliest of what may come next; of several at one time, the input comes last. */
export const earliest = (world: World): Action | null =>
  enabled(world).reduce<Action | null>(
    (first, action) => (first === null || action.at < first.at ? action : first),
    null,
  );

/** Moves the world on. No two steps share a millisecond, so that a time says exactly what has happened. */
export function apply(world: World, action: Action): Step | null {
  const before = world.now;
  world.now = Math.max(action.at, before + 1);
  const happening = happen(world, action);
  if (happening === null) {
    world.now = before;
    return null;
  }
  const count = (world.happened.get(happening.kind) ?? 0) + 1;
  world.happened.set(happening.kind, count);
  relay.suffer(world, happening.kind, count);
  return { at: world.now, ...happening };
}

/** The same rules on a copy: for tests, and for whoever looks at more than one future. */
export function step(before: World, action: Action): World {
  const world = copy(before);
  apply(world, action);
  return world;
}

function happen(world: World, action: Action): Happening | null {
  switch (action.type) {
    case 'input':
      return obey(world, world.inputs[world.nextInput++]);
    case 'end':
      return end(world);
    case 'handle':
      return handle(world, action.delivery);
    case 'poll':
      return relay.poll(world);
    case 'send':
      return relay.send(world);
    case 'arrive':
      return take(world);
    case 'confirm':
      return relay.confirm(world);
    case 'mark':
      return relay.mark(world);
    case 'crash':
      return relay.crash(world);
    case 'restart':
      return relay.restart(world);
    default:
      return unreachable(action);
  }
}

/** Null where the command changes nothing: such a one leaves no step. */
function obey(world: World, command: Command | undefined): Happening | null {
  switch (command?.do) {
    case 'place-order':
      return insert(world, { rollsBack: false });
    case 'place-and-roll-back':
      return insert(world, { rollsBack: true });
    case 'crash-relay':
      return relay.arm(world);
    case 'broker-down':
      return goDown(world);
    case 'broker-up':
      return goUp(world);
    case 'set-dedup':
      return setDedup(world, command.consumer, command.dedup);
    case undefined:
      return null;
    default:
      return unreachable(command);
  }
}
