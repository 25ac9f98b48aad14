import type { Lanes } from '@/lib/scene/lanes';
import type { LaneName } from '@/lib/scene/layout';

/** What stands above a lane. */
export function titleOf(lane: LaneName, { outbox, relays, broker, members }: Lanes): string {
  switch (lane) {
    case 'orders':
      return 'Order service';
    case 'outbox':
      return outbox.title;
    case 'relays':
      return relays.length === 1 ? (relays[0]?.name ?? '') : 'Relays';
    case 'broker':
      return broker?.title ?? '';
    case 'consumers':
      return members.length === 1 ? (members[0]?.name ?? '') : 'Consumers';
    case 'results':
      return 'Effects';
  }
}

/** From here on, a figure is set smaller, so that it fits beside its words in the narrowest lane. */
export const LONG = 1000;
