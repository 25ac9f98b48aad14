import { at, type Column } from '../../columns';
import { entryOf } from '../../group';
import type { World } from '../../world';

const MARKS = ['waiting', 'locked', 'done', 'failed'] as const;

/** What each group's own column of the table says of an event's row. */
export function marksOf(world: World, event: number) {
  const { marks } = world.broker.own as unknown as { readonly marks: Column };
  return world.plan.groups.map(({ settings, index }) => ({
    group: settings.name,
    mark: MARKS[at(marks, entryOf(world, index, event))] as (typeof MARKS)[number],
  }));
}
