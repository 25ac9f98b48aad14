// What a look at the order settles, without running it.
import type { Place } from '@/lib/shared/place';
import type { OrderCheck, OrderConfig, Piece } from './order-config';

/** What a rule found: what is right, or each thing that is wrong. Null where it has nothing to judge. */
export type Found =
  | { readonly right: string }
  | { readonly wrong: readonly { readonly place: Place | null; readonly fill: Fill }[] }
  | null;

/** Fills `{piece}`, `{other}`, `{because}` and `{found}`. */
export interface Fill {
  readonly piece?: string;
  readonly other?: string;
  readonly because?: string;
  readonly found?: string;
}

export interface Arranged {
  readonly config: OrderConfig;
  readonly order: readonly string[];
  readonly placeOf: (piece: string) => Place | null;
}

export function look(arranged: Arranged, check: OrderCheck): Found {
  switch (check.rule) {
    case 'present':
      return present(arranged, check);
    case 'left-out':
      return leftOut(arranged, check);
    case 'before':
      return before(arranged, check);
    default:
      return null;
  }
}

const chosen = ({ pieces }: OrderConfig, ids: readonly string[], usual: (piece: Piece) => boolean) =>
  pieces.filter((piece) => (ids.length === 0 ? usual(piece) : ids.includes(piece.id)));

/** What is missing is counted, and named only where the check is about that very piece. */
function present({ config, order }: Arranged, { pieces }: OrderCheck): Found {
  const wanted = chosen(config, pieces, ({ distractor }) => distractor === null);
  const missing = wanted.filter(({ id }) => !order.includes(id));
  if (missing.length === 0)
    return { right: wanted.length === 1 ? `“${wanted[0]?.text}” is there.` : 'No piece is missing.' };
  const found = missing.length === 1 ? 'one piece' : `${missing.length} pieces`;
  return { wrong: [{ place: null, fill: { found, piece: missing[0]?.text ?? '' } }] };
}

function leftOut({ config, order, placeOf }: Arranged, { pieces }: OrderCheck): Found {
  const unwanted = chosen(config, pieces, ({ distractor }) => distractor !== null);
  const strays = unwanted.filter(({ id }) => order.includes(id));
  if (strays.length === 0) return { right: 'What does not belong was left out.' };
  return {
    wrong: strays.map(({ id, text, distractor }) => ({
      place: placeOf(id),
      fill: { piece: text, because: distractor ?? '' },
    })),
  };
}

/** Pieces that are missing are another rule's. */
function before({ config, order, placeOf }: Arranged, { pieces }: OrderCheck): Found {
  const there = pieces.filter((id) => order.includes(id));
  if (there.length < 2) return null;
  const textOf = (id: string) => config.pieces.find((piece) => piece.id === id)?.text ?? id;
  const late = there.findIndex((id, index) => {
    const next = there[index + 1];
    return next !== undefined && order.indexOf(next) < order.indexOf(id);
  });
  const [first, second] = [there[late], there[late + 1]];
  if (first === undefined || second === undefined)
    return { right: `“${textOf(there[0] ?? '')}” comes before “${textOf(there.at(-1) ?? '')}”.` };
  return { wrong: [{ place: placeOf(second), fill: { piece: textOf(first), other: textOf(second) } }] };
}
