// What a run says of its calls, read as what the simulator knows.
import type { Call } from '@/lib/sim/process/process';
import { ANSWER } from './guest';

/** `publish 3 fresh`, `mark 1 2`: as the guest writes it. What else a program makes of it, the simulator refuses. */
export function callOf(text: string): Call {
  const [what = '', ...words] = text.split(' ');
  const freshId = words.at(-1) === 'fresh' ? { freshId: true } : {};
  switch (what) {
    case 'pending':
      return { do: what, limit: Number(words[0]) };
    case 'publish':
      return { do: what, event: Number(words[0]), ...freshId };
    case 'mark':
      return { do: what, events: words.map(Number) };
    case 'record':
      return { do: what, ...freshId };
    default:
      return { do: what } as Call;
  }
}

const FRAME = new RegExp(`\\b${ANSWER}:(\\d+)(?::\\d+)?\\)?$`, 'm');

/** The line of the learner's text that stands highest in a stack; null where none does. */
export function lineIn(stack: string): number | null {
  const line = FRAME.exec(stack)?.[1];
  return line === undefined ? null : Number(line);
}
