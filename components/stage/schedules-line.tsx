'use client';
import { useStore } from 'zustand';
import { onDemand } from './on-demand';
import type { SchedulesLineProps } from './schedules-said';

const SchedulesSaid = onDemand(
  async () => (await import('./schedules-said')).SchedulesSaid,
  'What the checker says could not be loaded. See whether you are online, and check again.',
);

/** What the checker of every schedule says, fetched once somebody has asked it. */
export function SchedulesLine(props: SchedulesLineProps) {
  const asked = useStore(props.schedules.state, ({ at }) => at !== 'idle');
  return asked ? <SchedulesSaid {...props} /> : null;
}
