// What a program did on the way to what broke: which of its calls came before which answers.
import type { Call, Seen, Turn } from '@/lib/sim/process/process';
import type { Remembered } from '@/lib/sim/process/remembered';
import type { Invariant } from '@/lib/sim/scenario/scenario';

/** What a check may name, by the invariant that it is a cause for. */
export const CAUSES = {
  I2: ['marked-first', 'marked-unconfirmed', 'marked-refused', 'acked-first', 'recorded-first'],
  I3: ['not-recorded', 'recorded-apart', 'made-up-id', 'answer-ignored'],
  I4: ['published-together', 'went-on'],
  I5: [],
} as const satisfies { readonly [Name in Invariant]?: readonly string[] };

export type CauseName = (typeof CAUSES)['I2' | 'I3' | 'I4'][number];

export interface Cause {
  readonly name: CauseName | null;
  /** The line of the call that brought it about; null where no single one did. */
  readonly line: number | null;
}

/** Where a round stood at one moment. */
export interface Moment {
  readonly history: readonly Seen[];
  readonly turn: Turn;
}

export const momentsOf = ({ turns }: Remembered): readonly Moment[] =>
  turns.map(([history, turn]) => ({ history: JSON.parse(history) as readonly Seen[], turn }));

/** The line of a call; null where it is not known. */
export const lineOf = ({ turn }: Moment, call: number): number | null => turn.lines?.[call] || null;

/** The answers that a moment knows, each with what had been asked, in the order in which they came. */
export const answersAt = ({ history, turn }: Moment) =>
  history.flatMap((seen) => {
    const asked: Call | undefined = 'call' in seen ? turn.calls[seen.call] : undefined;
    return 'call' in seen && asked !== undefined ? [{ call: seen.call, asked, reply: seen.reply }] : [];
  });

/** The first moment that shows it. */
export function firstOf(moments: readonly Moment[], seek: (moment: Moment) => Cause | null): Cause | null {
  for (const moment of moments) {
    const cause = seek(moment);
    if (cause !== null) return cause;
  }
  return null;
}
