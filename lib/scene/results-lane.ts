// What came of it all, group by group: ids that are known, effects, dead letters.

import { dedupOf } from '@/lib/sim/inbox';
import { type Counted, viewGroupWindow } from '@/lib/sim/look/group-window';
import type { Dedup } from '@/lib/sim/scenario/scenario';
import { nameOf } from '@/lib/sim/tell/words';
import type { Moment } from './lanes';

export interface ResultsItem {
  /** Its place, from 1. */
  readonly group: number;
  readonly name: string;
  readonly title: string;
  readonly dedup: Dedup;
  /** How it tells duplicates, in words. */
  readonly dedupWords: string;
  /** Ids that it knows. */
  readonly inbox: Counted<number>;
  readonly effects: Counted<EffectItem>;
  /** Effects beyond the first of an event. */
  readonly doubled: number;
  readonly deadLetters: Counted<number>;
  readonly parked: Counted<number>;
  /** Orders whose events wait behind a dead letter, counted from 1. */
  readonly halted: readonly number[];
  /** Some of its events are meant to fail: dead letters are to be expected. */
  readonly buries: boolean;
}

export interface EffectItem {
  readonly event: number;
  readonly times: number;
}

/** Events of each kind that there may be room for. */
const LAST = 8;

const DEDUP_WORDS: { readonly [Kind in Dedup]: string } = {
  none: 'dedup off',
  before: 'ids noted first',
  'same-transaction': 'dedup on',
};

export const resultsItems = ({ world }: Moment): readonly ResultsItem[] =>
  world.plan.groups.map(({ index, settings }) => {
    const { inbox, effects, deadLetters, parked, halted } = viewGroupWindow(world, index, LAST);
    const dedup = dedupOf(world, index);
    return {
      group: index + 1,
      name: settings.name,
      title: nameOf(settings.name),
      dedup,
      dedupWords: DEDUP_WORDS[dedup],
      inbox,
      effects: { count: effects.count, last: effects.last },
      doubled: effects.total - effects.count,
      deadLetters,
      parked,
      halted,
      buries: settings.poison.length > 0 || settings.failures.length > 0,
    };
  });
