import type { Json } from '@/lib/shared/json';
import type { Mishaps } from '@/lib/sim/look/run-figures';
import type { Invariant } from '@/lib/sim/scenario/scenario';
import type { Opened } from './opened';
import type { RuleName } from './rules';

/** What an activity whose answer is a part of a scenario is made of: JSON, shipped to the page. */
export interface PartConfig {
  /** The least that stands for scenario.yaml. */
  readonly base: Json;
  readonly opens: readonly Opened[];
  /** What the learner may do, of faults and commands; null: anything. */
  readonly may: readonly string[] | null;
  /** The runs that the answer must stand: each its keys over the answer's. The first is what plays. */
  readonly loads: readonly Load[];
  /** Keys over the answer's wherever every order of things is tried. */
  readonly explores: Json;
  readonly checks: readonly PartCheck[];
}

export interface Load {
  readonly name: string;
  /** What the learner reads: "a long outage". */
  readonly title: string;
  readonly with: Json;
}

/** One check of activity.yaml: a rule, what it is about, and what to say. */
export interface PartCheck {
  readonly id: string;
  readonly rule: RuleName;
  /** The key of the answer that it is about, for its place; and for `keeps` the key that is looked at. */
  readonly key: string | null;
  /** The run that it looks at. */
  readonly load: string;
  readonly figure: string | null;
  readonly value: number | null;
  /** For the figures `failed-within` and `retries-within`. */
  readonly windowMs: number;
  readonly invariant: Invariant | 'I7' | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly among: readonly Json[] | null;
  readonly what: keyof Mishaps | null;
  readonly allows: readonly string[];
  readonly says: string;
  readonly passes: string | null;
  readonly why: string | null;
  readonly hints: readonly string[];
}
