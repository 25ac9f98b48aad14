/** What the log says before the first step: of a run in which there is none yet, or at a moment before all of them. */
export function beginningWords(isEmpty: boolean, isRunning: boolean, ownTable: boolean): string {
  if (!isEmpty) return 'Nothing has happened yet at this moment.';
  if (isRunning) return 'Computing the run.';
  return ownTable
    ? 'Place an order to begin. The order and its row in your table are written by one transaction.'
    : 'Nothing happens here by itself. Place an order to begin.';
}
