import type { Json } from '@/lib/shared/json';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { Asked } from '../questions/answers';

/** What the instructor's files become: JSON, shipped to the page. It holds no answer: the run has them. */
export interface PredictConfig {
  readonly questions: readonly PredictQuestion[];
  /** By name; `''` is scenario.yaml, `events` is scenario.events.yaml. Only those that a question is about. */
  readonly scenarios: { readonly [name: string]: Scenario };
}

export interface PredictQuestion {
  readonly id: string;
  /** The question, in the learner's words. */
  readonly asks: string;
  /** The name of the scenario that settles it. */
  readonly run: string;
  /** Which figure of it: see `figures.ts`. */
  readonly figure: string;
  /** After the number, such as "orders"; null for an option or a bare number. */
  readonly unit: string | null;
  /** How far a number may be from what happens. */
  readonly within: number;
  /** Empty where a number is asked for. */
  readonly options: readonly PredictOption[];
  /** Of a wrong prediction. May hold `{answer}` and `{found}`. */
  readonly says: string | null;
  readonly why: string | null;
  readonly hints: readonly string[];
}

export interface PredictOption {
  readonly id: string;
  readonly text: string;
  readonly when: When;
}

/** Every key of it must hold of the figure. */
export interface When {
  readonly is?: Json;
  readonly above?: number;
  readonly below?: number;
  /** For a list, such as the invariants that break. */
  readonly includes?: string;
  readonly lacks?: string;
}

export const askedOf = ({ questions }: PredictConfig): readonly Asked[] =>
  questions.map(({ id, options }) => ({
    id,
    takes: options.length === 0 ? 'number' : 'one',
    options: options.map((option) => option.id),
  }));
