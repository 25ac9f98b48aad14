// What brokers hand out and what members make of it: effects, acks, dead letters, and what is lost on the way.
import { FIRST_RELAY, type StepKind } from '@/lib/sim/step';
import {
  breakOff,
  deliver,
  followed,
  followedOut,
  forgetCopy,
  groupOf,
  laneOf,
  lastOf,
  lose,
} from './flights-deliveries';
import { MEANS, WAY } from './flights-kinds';
import { arrive, depart, type Rule, type Sky, vanish } from './flights-sky';

const ACKING = [10_000, 20_000] as const;
const REQUEUEING = 20_000;
const EFFECT = 60_000;
const BURYING = 60_000;
const REDRIVING = 90_000;
const RETAKING = 60_000;

function touch(sky: Sky) {
  sky.since[sky.actor] = sky.now;
}

function apply(sky: Sky): void {
  const copy = followedOut(sky);
  depart(sky, WAY.effect, sky.value > 1 ? MEANS.duplicate : MEANS.delivered, EFFECT, copy);
  touch(sky);
}

/** It lies with the dead letters of its group, by itself or behind one of its key. */
function bury(sky: Sky): void {
  const { plan, firstDead, nextDead, event } = sky;
  const group = groupOf(sky);
  depart(sky, WAY.bury, MEANS.dead, BURYING, followedOut(sky));
  nextDead[group * (plan.events + 1) + event] = firstDead[group] as number;
  firstDead[group] = event;
  touch(sky);
}

/** Where dead letters were skipped, they join their queue again; where they halted their key, the member takes them. */
function redrive(sky: Sky): void {
  const { plan, firstDead, nextDead, flights } = sky;
  const group = groupOf(sky);
  const skips = plan.groups[group]?.settings.onPoison === 'skip';
  const first = firstDead[group] as number;
  for (let event = first; event > 0; event = nextDead[group * (plan.events + 1) + event] as number) {
    sky.event = event;
    const place = skips
      ? depart(sky, WAY.redrive, MEANS.flight, REDRIVING)
      : depart(sky, WAY.retake, MEANS.flight, RETAKING);
    flights.lane[place] = laneOf(sky, group);
  }
  firstDead[group] = 0;
}

function ack(sky: Sky): void {
  const place = arrive(sky, WAY.ack, MEANS.quiet, ...ACKING, lastOf(sky));
  sky.flights.lane[place] = laneOf(sky, groupOf(sky));
  touch(sky);
}

function requeue(sky: Sky): void {
  const copy = followedOut(sky);
  const place = depart(sky, WAY.ack, MEANS.flight, REQUEUEING, copy);
  sky.flights.lane[place] = laneOf(sky, groupOf(sky));
  touch(sky);
}

/** It was never handed out: it is gone from the broker, for the group in `value`. */
function trim(sky: Sky): void {
  const group = sky.value;
  sky.actor = FIRST_RELAY + sky.plan.relays + (sky.plan.groups[group]?.from ?? 0);
  sky.flights.lane[vanish(sky, WAY.deliver, MEANS.lost, 0, 0)] = laneOf(sky, group);
}

export const consumerRules: { readonly [Kind in StepKind]?: Rule } = {
  delivered: (sky) => deliver(sky, false),
  redelivered(sky) {
    forgetCopy(sky);
    deliver(sky, true);
  },
  recorded(sky) {
    followed(sky);
    touch(sky);
  },
  failed(sky) {
    followed(sky);
    touch(sky);
  },
  skipped(sky) {
    followedOut(sky);
    touch(sky);
  },
  applied: apply,
  'dead-lettered': bury,
  parked: bury,
  requeued: requeue,
  redriven: redrive,
  acked: ack,
  missed: lose,
  trimmed: trim,
  'consumer-crashed'(sky) {
    sky.down[sky.actor] = 1;
    breakOff(sky, sky.actor);
  },
  'consumer-restarted'(sky) {
    sky.down[sky.actor] = 0;
    touch(sky);
  },
  'broker-down': (sky) => breakOff(sky, null),
  'broker-restarted': (sky) => breakOff(sky, null),
};
