import type { Asked } from '../questions/answers';

/** What the instructor's files become: JSON, shipped to the page. */
export interface QuizConfig {
  readonly questions: readonly QuizQuestion[];
}

export type QuizQuestion = ChoiceQuestion | ShortQuestion;

interface EveryQuestion {
  readonly id: string;
  /** The question, in the learner's words. */
  readonly asks: string;
  /** What there is to understand, whatever was answered. */
  readonly why: string | null;
  readonly hints: readonly string[];
}

/** One option is right, or any number of them. */
export interface ChoiceQuestion extends EveryQuestion {
  readonly type: 'one' | 'many';
  readonly options: readonly QuizOption[];
}

export interface QuizOption {
  readonly id: string;
  readonly text: string;
  readonly right: boolean;
  /** Why it is right, or why it is not: one sentence or two. */
  readonly because: string;
}

/** Answered in a few words, or with a number. */
export interface ShortQuestion extends EveryQuestion {
  readonly type: 'short';
  /** Every form that is right; the first is shown as the answer. */
  readonly accept: readonly string[];
  /** For a number: how far off it may be. */
  readonly within: number;
  /** What people write who mean something else, with the reason why it is not that. */
  readonly mistaken: readonly { readonly forms: readonly string[]; readonly because: string }[];
  /** Of any other wrong answer. May hold `{answer}`. */
  readonly says: string;
}

export const askedOf = ({ questions }: QuizConfig): readonly Asked[] =>
  questions.map((question) => ({
    id: question.id,
    takes: question.type === 'short' ? 'text' : question.type,
    options: question.type === 'short' ? [] : question.options.map(({ id }) => id),
  }));
