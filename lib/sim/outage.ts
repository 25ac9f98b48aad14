// The broker goes down, comes up, or restarts, and every connection to it breaks.
import { at } from './columns';
import { disconnect } from './hand';
import { record } from './record';
import { BROKER, KIND } from './step';
import { MEMBER, RELAY, type World } from './world';

/** Every connection breaks: what was in somebody's hand goes back, what is on the wire is lost. */
function breakConnections(world: World): void {
  const { plan, relays, notes } = world;
  for (let member = 0; member < plan.members.length; member += 1) {
    if (at(world.members.phase, member) !== MEMBER.crashed) disconnect(world, member);
  }
  for (let relay = 0; relay < plan.relays; relay += 1) {
    const phase = at(relays.phase, relay);
    notes.relays.cut[relay] = phase === RELAY.publishing || phase === RELAY.awaiting ? 1 : 0;
  }
}

/** The broker takes and hands out nothing until it is up again. */
export function goDown(world: World): void {
  if (at(world.broker.up, 0) === 0) return;
  world.broker.up[0] = 0;
  breakConnections(world);
  record(world, KIND['broker-down'], BROKER);
}

/** It is there again, and every relay that waited for it looks at once. */
export function goUp(world: World): void {
  const { broker, notes, times, plan } = world;
  if (at(broker.up, 0) === 1) return;
  broker.up[0] = 1;
  notes.relays.refusals.fill(0, 0, plan.relays);
  times.paused.fill(0, 0, plan.relays);
  record(world, KIND['broker-up'], BROKER);
}

/** Down and up at once; what that loses depends on the broker. */
export function restartBroker(world: World): void {
  breakConnections(world);
  record(world, KIND['broker-restarted'], BROKER, 0, world.plan.broker.restart(world));
}
