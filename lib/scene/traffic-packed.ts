// Traffic on its way to whoever draws it: of hundreds of tokens only what is drawn, in one block of memory.
import { FLIGHT_MEANINGS, type FlightMeaning } from './flights-kinds';
import type { Flow, Token, Traffic } from './tokens';
import type { Gap } from './tokens-lines';

/** What is drawn of a token. */
export type Drawn = Pick<Token, 'x' | 'y' | 'meaning' | 'opacity' | 'label' | 'gap'>;

/** What is drawn of traffic. */
export type DrawnTraffic =
  | { readonly as: 'tokens'; readonly tokens: readonly Drawn[] }
  | { readonly as: 'flows'; readonly flows: readonly Flow[] };

/** Tokens with words are few; of those without, there is a cell for each of `CELLS` in turn. */
export type PackedTraffic =
  | DrawnTraffic
  | { readonly as: 'marks'; readonly cells: Float32Array<ArrayBuffer> };

/** Place, place, meaning, opacity. */
const CELLS = 4;

export function packTraffic(traffic: Traffic): PackedTraffic {
  if (traffic.as === 'flows') return { as: 'flows', flows: traffic.flows };
  const { tokens } = traffic;
  if (tokens.some(({ label }) => label !== '')) return { as: 'tokens', tokens };
  const cells = new Float32Array(tokens.length * CELLS);
  tokens.forEach(({ x, y, meaning, opacity }, place) => {
    const first = place * CELLS;
    cells[first] = x;
    cells[first + 1] = y;
    cells[first + 2] = CODES.get(meaning) as number;
    cells[first + 3] = opacity;
  });
  return { as: 'marks', cells };
}

export function unpackTraffic(packed: PackedTraffic): DrawnTraffic {
  if (packed.as !== 'marks') return packed;
  const { cells } = packed;
  const tokens = Array.from({ length: cells.length / CELLS }, (_, place): Drawn => {
    const [x, y, code, opacity] = cells.subarray(place * CELLS, (place + 1) * CELLS) as unknown as Cells;
    return { x, y, meaning: FLIGHT_MEANINGS[code] as FlightMeaning, opacity, label: '', gap: NOWHERE };
  });
  return { as: 'tokens', tokens };
}

type Cells = readonly [number, number, number, number];

const CODES: ReadonlyMap<FlightMeaning, number> = new Map(
  FLIGHT_MEANINGS.map((meaning, code) => [meaning, code]),
);

/** Without words there is nothing to find room for. */
const NOWHERE: Gap = { along: 'x', low: 0, high: 0 };
