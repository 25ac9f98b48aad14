// Which keys each deed needs, and which it may have besides.
// Links know a deed by its place in this list: new ones join at its end, and none is ever moved or removed.
import type { Deed } from '@/lib/sim/scenario/scenario';

type Keys = { readonly needs: readonly string[]; readonly may: readonly string[] };

const bare: Keys = { needs: [], may: [] };
const ofRelay: Keys = { needs: [], may: ['relay'] };
const ofConsumer: Keys = { needs: [], may: ['consumer'] };

export const DEEDS: Readonly<Record<Deed['do'], Keys>> = {
  'place-order': bare,
  'place-and-roll-back': bare,
  'crash-relay': ofRelay,
  'arm-crash': ofRelay,
  'crash-consumer': ofConsumer,
  'crash-service': bare,
  redeliver: ofConsumer,
  replay: ofConsumer,
  'broker-down': bare,
  'broker-up': bare,
  'broker-restart': bare,
  'slow-consumer': { needs: ['factor'], may: ['consumer'] },
  'hold-transaction': bare,
  'release-transaction': bare,
  'stop-connector': bare,
  'start-connector': bare,
  'skew-clock': { needs: ['ms'], may: ['relay'] },
  redrive: ofConsumer,
  'set-dedup': { needs: ['consumer', 'dedup'], may: [] },
};
