// How long the simulator may look for one answer, in the page and in Node alike. By itself, so that a page has it without
// the simulator.

/** Milliseconds for one question: a check that hangs is stopped after that. */
export const MODEL_LIMIT_MS = 10_000;

/** What is said of an answer whose question took longer. */
export const OVERDUE_WORDS = `The check was stopped after ${MODEL_LIMIT_MS / 1000} seconds: this answer leads to more than can be tried in that time.`;
