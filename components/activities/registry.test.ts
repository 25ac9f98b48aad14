import { expect, test } from 'vitest';
import { kinds } from '@/lib/activities/registry';
import { activityViews } from './registry';

test('every kind of activity can be graded and drawn', () => {
  expect(Object.keys(activityViews).sort()).toEqual([...kinds.keys()].sort());
});
