// What the sandbox offers to begin with. Types alone: pages draw presets and read none.
import type { Invariant, Scenario } from '../scenario/scenario';

/** A preset as a page offers it: plain JSON, read at build time. */
export interface PresetMaterial {
  /** Permanent: links name it. */
  readonly name: string;
  /** The title of the group that it stands in; groups and presets come in the order in which they are offered. */
  readonly group: string;
  readonly title: string;
  /** What goes wrong or right, and why. */
  readonly says: string;
  /** What to look for on the stage. */
  readonly watch: string;
  /** The pitfall that it shows, as `P6`. */
  readonly pitfall: string | null;
  /** The name of the preset that mends it. */
  readonly mend: string | null;
  /** Why trying every order of things says nothing about it; null where it does. */
  readonly unexplored: string | null;
  /** The scenario's YAML with its comments, as it lies in its file. */
  readonly text: string;
  /** The same, with every default. */
  readonly scenario: Scenario;
}

/** With what it is held to. */
export interface Preset extends PresetMaterial {
  /** The name of its file. */
  readonly file: string;
  readonly expects: Expectations;
}

export interface Expectations {
  readonly run: RunExpectation;
  /** What trying every order of things comes to; null where that says nothing about the preset. */
  readonly explore: ExploreExpectation | null;
}

/** Figures of `look/metrics.ts` that are whole numbers, and what each of them may be expected to be. */
export const FIGURES = [
  'delivered',
  'redelivered',
  'lost',
  'deadLetters',
  'parked',
  'pending',
  'inFlight',
  'failedPublishes',
  'walRetained',
] as const;

export type Figure = (typeof FIGURES)[number];

/** How things stand at the end of the timed run: a figure that is not named is 0. */
export type RunExpectation = { readonly [Name in Figure]?: number } & {
  /** The invariants that the run itself breaks, in their order; none where it is left out. */
  readonly breaks?: readonly (Invariant | 'I7')[];
  /** The highest that a figure stood at after any step. */
  readonly most?: { readonly [Name in Figure]?: number };
};

export type ExploreExpectation =
  | { readonly verdict: 'holds' }
  | { readonly verdict: 'broken'; readonly invariant: Invariant; readonly steps: number };
