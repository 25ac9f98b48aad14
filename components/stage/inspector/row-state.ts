import type { Meaning } from '@/lib/scene/meanings';
import type { Step } from '@/lib/sim/step';

/** How a row stands: from before its INSERT to after its DELETE. */
export type RowState = 'unwritten' | 'open' | 'rolled-back' | 'pending' | 'dispatched' | 'dead' | 'purged';

/** What the steps about an event so far have made of its row; in a dual write, of its order. */
export const rowStateAfter = (life: readonly Pick<Step, 'kind' | 'value'>[]): RowState =>
  life.reduce<RowState>(next, 'unwritten');

function next(state: RowState, { kind, value }: Pick<Step, 'kind' | 'value'>): RowState {
  switch (kind) {
    case 'inserted':
      return 'open';
    case 'committed':
      return 'pending';
    case 'rolled-back':
      return 'rolled-back';
    case 'service-crashed':
      // An odd value: the order had been committed before.
      return value % 2 === 1 ? state : 'rolled-back';
    case 'marked':
    case 'saved':
      return 'dispatched';
    case 'gave-up':
      return 'dead';
    case 'purged':
      return 'purged';
    default:
      return state;
  }
}

interface Said {
  readonly words: string;
  readonly meaning: Meaning | null;
}

/** How each state is said and drawn. */
export const ROW_STATES: { readonly [State in RowState]: Said } = {
  unwritten: { words: 'Not written yet.', meaning: null },
  open: { words: 'Written, and not committed yet: nobody else can see it.', meaning: null },
  'rolled-back': { words: 'Rolled back: there never was such a row.', meaning: null },
  pending: { words: 'Pending: it is still to be sent.', meaning: 'pending' },
  dispatched: { words: 'Dispatched: nobody looks for it any more.', meaning: 'delivered' },
  dead: { words: 'Given up, and set aside as a dead letter.', meaning: 'dead' },
  purged: { words: 'Deleted: it had been dispatched for long enough.', meaning: null },
};
