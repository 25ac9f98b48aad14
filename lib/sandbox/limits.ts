/** What one program may take. Steps and bytes are exact, so the same program always ends in the same way. */
export interface ProgramLimits {
  /** Interrupts between two answers; QuickJS counts one for each 10,000 calls and jumps back. */
  readonly interrupts: number;
  /** Bytes that the program may grow beyond what QuickJS itself takes. */
  readonly memory: number;
  /** Bytes of QuickJS's own stack: it bounds recursion. */
  readonly stack: number;
  /** Milliseconds between two answers. Only for what is slow without taking steps; said in the same words. */
  readonly millis: number;
}

export const PROGRAM_LIMITS: ProgramLimits = {
  interrupts: 50,
  memory: 24 * 2 ** 20,
  stack: 64 * 1024,
  millis: 1000,
};
