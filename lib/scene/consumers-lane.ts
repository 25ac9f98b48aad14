// The members of each group: what each is at, and what it has in hand.
import { assignedTo } from '@/lib/sim/brokers/kafka/view';
import { viewMember } from '@/lib/sim/look/consumer-view';
import type { MemberView } from '@/lib/sim/look/view';
import { nameOf } from '@/lib/sim/tell/words';
import type { Moment } from './lanes';
import { type MessageItem, messageItem } from './message-item';

export interface MemberItem {
  /** Its place in the cast, from 1. */
  readonly member: number;
  readonly name: string;
  readonly group: string;
  readonly title: string;
  /** The partitions that it reads, where there are any. */
  readonly detail: string;
  readonly state: 'works' | 'waits' | 'crashed';
  /** How many times slower than ever it is. */
  readonly slowness: number;
  /** What it has not acknowledged; it works on the first. */
  readonly hand: readonly MessageItem[];
}

export const memberItems = (moment: Moment): readonly MemberItem[] =>
  moment.world.plan.members.map((_, member) => memberItem(moment, member));

function memberItem({ world }: Moment, member: number): MemberItem {
  const view = viewMember(world, () => null, member);
  const isKafka = world.plan.broker.kind === 'kafka';
  return {
    member: member + 1,
    name: nameOf(view.name),
    group: view.group,
    ...doingOf(view),
    detail: isKafka ? partitionsIn(assignedTo(world, member)) : '',
    slowness: view.slowness,
    hand: view.hand.map((message, place) => messageItem(message, 'unacked', place)),
  };
}

function partitionsIn(partitions: readonly number[]): string {
  if (partitions.length === 0) return 'no partition';
  const [first = 0] = partitions;
  const last = partitions.at(-1) ?? first;
  // Members that read many mostly read all of them.
  if (partitions.length > 3 && last - first === partitions.length - 1)
    return `partitions ${first} to ${last}`;
  return `${partitions.length === 1 ? 'partition' : 'partitions'} ${partitions.join(', ')}`;
}

function doingOf({ phase, hand }: MemberView): Pick<MemberItem, 'title' | 'state'> {
  const event = hand[0]?.event;
  if (event === undefined && phase !== 'crashed') return { title: 'Waiting', state: 'waits' };
  switch (phase) {
    case 'crashed':
      return { title: 'Crashed', state: 'crashed' };
    case 'handling':
      return { title: `Handling ${event}`, state: 'works' };
    case 'recorded':
      return { title: `Noted ${event}`, state: 'works' };
    case 'acking':
      return { title: `Acking ${event}`, state: 'works' };
    case 'resting':
      return { title: `Left ${event}`, state: 'waits' };
  }
}
