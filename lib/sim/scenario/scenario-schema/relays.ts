import { choice, count, events, map, millis, or, times } from './form';

const retry = map('What a relay does with a row that the broker does not take.', {
  max: or(
    5,
    count(
      'Attempts at one row before it is set aside. An outage is not counted unless `outages` says so.',
      1,
      1000,
    ),
  ),
  baseMs: or(1000, millis('The pause after the first attempt.')),
  factor: or(2, times('How much longer each further pause is.', 1, 100)),
  capMs: or(60_000, millis('The longest pause.')),
  jitter: or(
    'equal',
    choice('How much of a pause is left to chance: nothing, half of it, or all of it.', [
      'none',
      'equal',
      'full',
    ]),
  ),
  outages: or(
    'pause',
    choice(
      'What a broker that is away means: the relay pauses, or it counts as an attempt at the row at hand.',
      ['pause', 'count'],
    ),
  ),
});

/** The relays: how they find rows, share them, and note what was sent. */
export const relays = map('Who carries rows from the outbox to the broker.', {
  count: or(1, count('How many relays there are.', 1, 16)),
  pollMs: or(200, millis('The time from one poll to the next.', 1)),
  batch: or(10, count('How many rows one poll may take.', 1, 10_000)),
  claim: or(
    'none',
    choice('How several relays keep out of each other’s way.', [
      'none',
      'skip-locked',
      'lease',
      'head-of-key',
    ]),
  ),
  cursor: or(
    'dispatched-null',
    choice('How a relay knows what is still to be sent.', ['dispatched-null', 'last-id', 'xmin-fence']),
  ),
  mark: or(
    'after-confirm',
    choice('When a row is marked as sent.', ['after-confirm', 'after-publish', 'before-publish']),
  ),
  leaseMs: or(5000, millis('How long a claimed row is kept for its owner.', 1)),
  leaseClock: or('database', choice('Whose clock a lease is held against.', ['database', 'relay'])),
  retry: or({}, retry),
  purgeMs: or(0, millis('Dispatched rows older than this are deleted every so often; 0: never.')),
  poison: events('Rows that no broker takes, by order of creation from 1.'),
});
