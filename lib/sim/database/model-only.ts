// Apart from the replay, so that a page can say it without carrying that.

/** What one session cannot show, in a sentence for people. */
export const MODEL_ONLY =
  'This database has one session, so rows that are not committed yet, locks, and transactions that overlap are the simulator’s alone: the database gets each transaction whole, at the moment of its end.';
