/** What a row, a message or a moment can mean. */
export type Meaning = 'pending' | 'flight' | 'delivered' | 'duplicate' | 'dead' | 'lost' | 'crash';

interface Look {
  /** In words, beside every mark. */
  readonly label: string;
  /** The colour's name among the tokens; its soft companion is NAME-soft. */
  readonly token: string;
}

/** One meaning, one look, everywhere: rows, tokens, log, timeline, counters and legend. The shapes are in `Mark`. */
export const meanings: Readonly<Record<Meaning, Look>> = {
  pending: { label: 'pending', token: '--pending' },
  flight: { label: 'in flight', token: '--flight' },
  delivered: { label: 'delivered', token: '--delivered' },
  duplicate: { label: 'duplicate', token: '--duplicate' },
  dead: { label: 'dead letter', token: '--dead' },
  lost: { label: 'lost', token: '--lost' },
  crash: { label: 'crash', token: '--dead' },
};
