// How much room each part needs. On a phone what can be pressed is 44 pixels high, elsewhere 24 at least.

/** One lane under the other; or beside each other, with two of them in a column where there is little room, or one. */
export type Room = 'down' | 'compact' | 'wide';

/** Of more than so many, the last are a number. */
export const RELAYS_SHOWN = 4;
export const GROUPS_SHOWN = 3;
export const LANES_SHOWN = 4;

/** Members of each group, where there is one group, where there are two, or more. */
export const MEMBERS_SHOWN = [5, 3, 2] as const;

/** Lines of pending entries. */
export const PENDING_SHOWN = 3;

/** The head of a lane. */
export const HEAD = 28;

interface Sizes {
  readonly rows: number;
  readonly row: number;
  readonly chip: number;
  readonly more: number;
  /** Between two boxes of one lane. */
  readonly between: number;
  readonly orders: (sessions: number) => number;
  readonly outbox: number;
  readonly relay: (relays: number) => number;
  readonly brokerHead: number;
  readonly queue: number;
  /** A strip of cells, and their offsets below. */
  readonly strip: number;
  readonly offsets: number;
  /** The place of one group below a strip. */
  readonly position: number;
  readonly pending: number;
  readonly listener: number;
  readonly member: (isNamed: boolean, readsPartitions: boolean) => number;
  readonly results: number;
  readonly dead: number;
  readonly noDead: number;
}

const LINE = 18;

/** Above and below what stands in a box. */
const EDGES = 18;

const TABLE_HEAD = 26;

const TABLE_FOOT = 24;

function sizesOf(rows: number, row: number, chip: number, chipLines: number, beside: boolean): Sizes {
  const chips = chipLines * (chip + 4);
  return {
    rows,
    row,
    chip,
    more: Math.max(24, chip),
    between: 12,
    // The number stands above the transactions, or beside them.
    orders: (sessions) => (beside ? 0 : 26) + sessions * chip + LINE + EDGES,
    outbox: TABLE_HEAD + rows * row + TABLE_FOOT,
    relay: (relays) => (relays > 1 ? 4 : 3) * LINE + EDGES,
    brokerHead: 2 * LINE + EDGES,
    queue: 2 * LINE + chips + 6,
    strip: chip + 2,
    offsets: 14,
    position: 16,
    // Who has it, and below for how long.
    pending: Math.max(chip, 36),
    listener: 2 * LINE + 4,
    member: (isNamed, readsPartitions) => {
      const lines = (1 + Number(isNamed) + Number(readsPartitions)) * LINE;
      // On a phone, what is in hand stands beside the words.
      return (chip < 44 ? lines + chip + 6 : Math.max(lines, chip)) + EDGES;
    },
    results: 26 + 2 * LINE + chip + 4 + EDGES,
    dead: 2 * LINE + chip + 8 + EDGES,
    noDead: 24,
  };
}

export const SIZES: { readonly [R in Room]: Sizes } = {
  down: sizesOf(4, 44, 44, 1, true),
  compact: sizesOf(4, 36, 24, 2, true),
  wide: sizesOf(6, 36, 24, 2, false),
};
