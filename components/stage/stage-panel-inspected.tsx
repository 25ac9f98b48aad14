'use client';
import { useStore } from 'zustand';
import { type StageStore, shownOf } from '@/lib/store/stage';
import { onDemand } from './on-demand';

const Life = onDemand(async () => (await import('./inspector/life')).Life);
const RowDetail = onDemand(async () => (await import('./inspector/row-detail')).RowDetail);

/** What somebody looks at more closely, and of which run: an event by its number, or a row by its id. */
export type Inspected = { readonly of: number } & ({ readonly event: number } | { readonly row: number });

interface InspectedPanelProps {
  readonly store: StageStore;
  readonly inspected: Inspected;
  readonly onInspect: (inspected: Inspected | null) => void;
}

/** An event's life or a row's; of the run on the stage, once the other is gone. */
export function InspectedPanel({ store, inspected, onInspect }: InspectedPanelProps) {
  const { of } = inspected;
  const branch = useStore(store.state, (now) => now.branches.find(({ id }) => id === of) ?? shownOf(now));
  const common = { store, branch, onClose: () => onInspect(null), onSeek: store.seek };
  return 'event' in inspected ? (
    <Life {...common} event={inspected.event} />
  ) : (
    <RowDetail {...common} row={inspected.row} onEvent={(event) => onInspect({ of, event })} />
  );
}
