// Where everything is that travels at a moment: one token for each, or flows where there are too many to be told apart.
import type { Millis } from '@/lib/sim/scenario/scenario';
import type { FlightMeaning, Flights, Way } from './flights';
import type { Layout } from './layout';

/** Above so many at once, tokens become flows. */
export const MOST_TOKENS = 400;

export interface Token {
  readonly x: number;
  readonly y: number;
  readonly meaning: FlightMeaning;
  readonly event: number;
  readonly copy: number;
  /** `3`, `3 again`, `confirm 3`; empty where there are too many for words. */
  readonly label: string;
  /** The place of its flight. */
  readonly flight: number;
}

/** A stream of messages on one way. */
export interface Flow {
  readonly way: Way;
  readonly meaning: FlightMeaning;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  /** Messages a second. */
  readonly rate: number;
}

export type Traffic =
  | { readonly as: 'tokens'; readonly tokens: readonly Token[] }
  | { readonly as: 'flows'; readonly flows: readonly Flow[]; readonly count: number };

/** What is on its way at a time, in a layout. */
export declare function trafficAt(flights: Flights, layout: Layout, time: Millis): Traffic;
