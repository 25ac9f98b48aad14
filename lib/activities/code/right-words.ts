// What is said of a check that held.
import type { CodeCheck } from './code-config';
import type { CauseName } from './moments';

const HOLDS: { readonly [invariant: string]: string } = {
  I2: 'No committed event is lost.',
  I3: 'No event has its effect twice.',
  I4: 'The events of an order take effect one after the other.',
  I5: 'Every copy carries the id that the producer minted.',
};

const AVOIDED: { readonly [Name in CauseName]: string } = {
  'marked-first': 'No row is marked before its event was published.',
  'marked-unconfirmed': 'Every mark waits for the confirm.',
  'marked-refused': 'What the broker did not take stays pending.',
  'acked-first': 'The ack comes when the work is done.',
  'recorded-first': 'No id is recorded without its effect.',
  'not-recorded': 'The ids of messages are recorded.',
  'recorded-apart': 'Id and effect share one transaction.',
  'made-up-id': 'It is the message’s own id that is recorded.',
  'answer-ignored': 'A known id has no second effect.',
  'published-together': 'The events of one order travel one at a time.',
  'went-on': 'After a failure, no later event of that order is sent.',
};

export function rightWords({ invariant, cause }: CodeCheck, states: number): string {
  if (cause !== null) return AVOIDED[cause];
  return `${HOLDS[invariant ?? ''] ?? 'It holds.'} Every order of things was tried: ${states.toLocaleString('en-GB')} states.`;
}
