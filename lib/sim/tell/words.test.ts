import { expect, it, describe as suite } from 'vitest';
import type { Scenario } from '../scenario/scenario';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import { STEP_KINDS, type Step, type StepKind } from '../step';
import { RELAY } from '../world';
import { describe } from './describe';

type Told = readonly [StepKind, Partial<Step>, Sketch<Scenario>, string];

const DUAL = { publication: 'dual-write' } as const;
const FIRST = { publication: 'dual-write', workload: { dualWrite: 'publish-first' } } as const;
const CDC = { publication: 'cdc' } as const;
const BLIND = { relays: { mark: 'after-publish' } } as const;
const MARKS_FIRST = { relays: { mark: 'before-publish' } } as const;
const FENCE = { relays: { cursor: 'xmin-fence' } } as const;
const LAST_ID = { relays: { cursor: 'last-id' } } as const;
const NOTIFY = { broker: { kind: 'notify' } } as const;
const KAFKA = { broker: { kind: 'kafka' } } as const;
const EAGER = { broker: { kind: 'kafka', commit: 'before' } } as const;
const REDIS = { broker: { kind: 'redis-streams' } } as const;
const TABLE = { broker: { kind: 'outbox' } } as const;

/** Each is about event 3 in row 3, unless it says otherwise: the second event of order 1 of two. */
const TABLE_OF_WORDS: readonly Told[] = [
  ['began', { value: 3 }, {}, 'Transaction 3 began, about order 1.'],
  [
    'inserted',
    { value: 2 },
    {},
    'The order service changed order 1 (`OrderPaid`, version 2) and wrote row 3 of the outbox, not committed yet.',
  ],
  ['inserted', { value: 0 }, DUAL, 'The order service changed order 1, not committed yet.'],
  [
    'inserted',
    { value: 1, event: 1, row: 1 },
    { workload: { versions: 'max' } },
    'The order service wrote order 1 (version 1) and row 1 of the outbox, not committed yet.',
  ],
  [
    'committed',
    { value: 2 },
    {},
    'The transaction committed: the change to order 1 (`OrderPaid`) and row 3 stand together.',
  ],
  [
    'committed',
    { value: 1 },
    DUAL,
    'The transaction committed: order 1 stands. Its event has still to be sent.',
  ],
  ['committed', { value: 1 }, FIRST, 'The transaction committed: order 1 stands.'],
  [
    'rolled-back',
    {},
    {},
    'The transaction rolled back: the change to order 1 and row 3 are both gone. The number 3 is not given out again.',
  ],
  ['rolled-back', { event: 1, row: 1 }, FIRST, 'The transaction rolled back: order 1 is gone.'],
  [
    'rolled-back',
    { event: 1, row: 1, value: 1 },
    FIRST,
    'The transaction rolled back: order 1 is gone. Its event was sent all the same.',
  ],
  [
    'service-crashed',
    { row: 0 },
    {},
    'The order service crashed before its transaction had written anything.',
  ],
  [
    'service-crashed',
    {},
    {},
    'The order service crashed before its commit: what it did to order 1 and row 3 are both gone.',
  ],
  [
    'service-crashed',
    {},
    DUAL,
    'The order service crashed before its commit: what it did to order 1 is gone, and no event was sent.',
  ],
  [
    'service-crashed',
    { value: 1 },
    DUAL,
    'The order service crashed between its two writes: order 1 is committed, and its event was never sent.',
  ],
  [
    'service-crashed',
    { value: 2 },
    FIRST,
    'The order service crashed between its two writes: event 3 was sent, and order 1 is rolled back.',
  ],
  [
    'transaction-held',
    { event: 0 },
    {},
    'A transaction that has nothing to do with orders was opened and left open.',
  ],
  [
    'transaction-held',
    { event: 0 },
    FENCE,
    'A transaction that has nothing to do with orders was opened and left open. The fence stops in front of it, so no later row is sent.',
  ],
  ['transaction-released', { event: 0 }, {}, 'The transaction that was left open has ended.'],
  [
    'polled',
    { actor: 'relay 2', value: 1, events: [3], rows: [3] },
    { relays: { count: 2, claim: 'lease' } },
    'Relay 2 polled and found row 3 pending, and leased it.',
  ],
  [
    'polled',
    { actor: 'relay', value: 2, events: [3, 2], rows: [2, 3] },
    LAST_ID,
    'The relay polled and found rows 2 (event 3) and 3 (event 2) after its cursor.',
  ],
  [
    'polled',
    { actor: 'relay', value: 1, events: [3], rows: [3] },
    FENCE,
    'The relay polled and found row 3, older than any open transaction.',
  ],
  [
    'polled',
    { actor: 'connector', value: 1, events: [3], rows: [3] },
    CDC,
    'The connector read row 3 from the log.',
  ],
  [
    'polled',
    { actor: 'relay', value: 1, events: [3], rows: [3] },
    { publication: 'notify' },
    'The relay was woken and found row 3 pending.',
  ],
  ['polled', { actor: 'relay', value: 0 }, {}, 'The relay polled and found nothing to send.'],
  ['published', { value: 1 }, {}, 'The broker took event 3.'],
  ['published', { value: 2 }, NOTIFY, 'PostgreSQL told all who listen of event 3 again: a duplicate.'],
  ['refused', {}, LAST_ID, 'The broker could not be reached with event 3. The cursor stays before row 3.'],
  [
    'refused',
    {},
    CDC,
    'The broker could not be reached with event 3. The saved place in the log stays before row 3.',
  ],
  [
    'refused',
    { actor: 'orders' },
    DUAL,
    'The broker could not be reached with event 3. Order 1 stands, and nobody will ever hear of it.',
  ],
  ['refused', { actor: 'orders' }, FIRST, 'The broker could not be reached with event 3.'],
  ['returned', { value: 1 }, {}, 'The broker sent event 3 back: no queue is bound to its routing key.'],
  [
    'returned',
    { value: 1 },
    { workload: { orders: 3 }, relays: { poison: [3], mark: 'after-publish' } },
    'The broker sent event 3 back: it does not take this one from anybody. The relay does not wait for an answer, so it never learns of it.',
  ],
  [
    'returned',
    { value: 1 },
    { ...NOTIFY, workload: { payloadBytes: 8000 } },
    'PostgreSQL sent event 3 back: a payload must be shorter than 8,000 bytes.',
  ],
  [
    'dropped',
    { value: 1 },
    {},
    'No queue is bound to the routing key of event 3: the broker confirmed it and threw it away.',
  ],
  [
    'dropped',
    { value: 1 },
    NOTIFY,
    'PostgreSQL told all who listen of event 3, and nobody did. It keeps nothing.',
  ],
  [
    'dropped',
    {},
    BLIND,
    'The connection broke under event 3: the broker never got it. The relay does not wait for an answer, so it never learns of it.',
  ],
  ['dropped', {}, {}, 'The connection broke under event 3: the broker never got it.'],
  ['confirmed', { actor: 'relay 2', value: 1 }, {}, 'The broker’s confirm for event 3 reached relay 2.'],
  [
    'unconfirmed',
    { actor: 'relay', value: 1 },
    {},
    'The connection broke before the confirm for event 3 came. The relay cannot know that the broker has it, so row 3 stays pending.',
  ],
  ['marked', { actor: 'relay' }, {}, 'The relay set `dispatched_at` on row 3.'],
  [
    'marked',
    { actor: 'relay' },
    MARKS_FIRST,
    'The relay set `dispatched_at` on row 3. It has not been sent yet.',
  ],
  ['marked', {}, TABLE, 'Shipping marked row 3 as done.'],
  [
    'mark-refused',
    { actor: 'relay 1' },
    {},
    'Relay 1 wanted to mark row 3, but no longer holds it: the update changed 0 rows.',
  ],
  [
    'saved',
    { actor: 'relay', value: 3 },
    LAST_ID,
    'The relay saved its cursor: it never looks again at rows up to 3.',
  ],
  [
    'saved',
    { actor: 'relay', value: 4 },
    FENCE,
    'The relay saved its cursor after row 3: it stands at transaction 4.',
  ],
  ['saved', { actor: 'connector', value: 2 }, CDC, 'The connector saved its place in the log, after row 3.'],
  [
    'failed-to-publish',
    { actor: 'relay', value: 2 },
    {},
    'Attempt 2 of 5 at row 3 failed. It waits for the next one, and the others go on.',
  ],
  [
    'gave-up',
    { actor: 'relay', value: 5 },
    {},
    'The relay gave row 3 up after 5 attempts and set it aside as dead.',
  ],
  [
    'lease-expired',
    { actor: 'relay 1' },
    {},
    'The lease of relay 1 ran out while it was still at work on row 3. Others may take its rows now, and it does not know.',
  ],
  ['purged', { actor: 'orders' }, {}, 'Row 3 was sent long enough ago, and was deleted.'],
  [
    'armed',
    { actor: 'relay', event: 0 },
    {},
    'The relay will crash once it has published a row, before it can mark it.',
  ],
  ['crashed', { actor: 'relay', event: 0, row: 0 }, {}, 'The relay crashed.'],
  ['crashed', { actor: 'relay', value: RELAY.polling }, {}, 'The relay crashed.'],
  [
    'crashed',
    { actor: 'relay', value: RELAY.publishing },
    {},
    'The relay crashed before it sent row 3. Row 3 stays pending.',
  ],
  [
    'crashed',
    { actor: 'relay', value: RELAY.awaiting },
    LAST_ID,
    'The relay crashed before it could save its place after row 3.',
  ],
  [
    'crashed',
    { actor: 'relay', value: RELAY.publishing },
    MARKS_FIRST,
    'The relay crashed after it had marked row 3 and before it sent it. Nobody will send it now.',
  ],
  [
    'crashed',
    { actor: 'relay 2', value: RELAY.marking },
    { relays: { count: 2, claim: 'skip-locked' } },
    'Relay 2 crashed before it could mark what it had locked. The locks are gone with it, and row 3 stays pending.',
  ],
  ['restarted', { actor: 'connector' }, CDC, 'The connector restarted.'],
  ['clock-skewed', { actor: 'relay', value: -3000 }, {}, 'The clock of the relay is 3000 ms behind now.'],
  ['clock-skewed', { actor: 'relay 2', value: 500 }, {}, 'The clock of relay 2 is 500 ms ahead now.'],
  ['clock-skewed', { actor: 'relay', value: 0 }, {}, 'The clock of the relay is right again.'],
  [
    'connector-stopped',
    { actor: 'connector' },
    CDC,
    'The connector stopped. PostgreSQL keeps the log for it from here on, and the log grows.',
  ],
  [
    'connector-started',
    { actor: 'connector' },
    CDC,
    'The connector runs again, from its saved place in the log.',
  ],
  ['broker-down', {}, {}, 'The broker went down. What it holds, it keeps.'],
  [
    'broker-down',
    {},
    NOTIFY,
    'All connections to PostgreSQL broke. What listeners had heard and not handled is gone.',
  ],
  ['broker-up', {}, {}, 'The broker is up again.'],
  [
    'broker-restarted',
    {},
    {},
    'The broker restarted. All connections broke, and nothing that it held was lost.',
  ],
  [
    'broker-restarted',
    { value: 1 },
    {},
    'The broker restarted, and lost 1 message that it had not kept on disk.',
  ],
  [
    'broker-restarted',
    {},
    NOTIFY,
    'PostgreSQL restarted. All connections broke, and what listeners had heard and not handled is gone.',
  ],
  [
    'rebalanced',
    { actor: 'shipping 2', value: 1, event: 0 },
    KAFKA,
    'Shipping 2 took over partition 1, and reads on behind the last offset that was committed.',
  ],
  [
    'claimed',
    { actor: 'shipping 2' },
    REDIS,
    'Shipping 2 claimed event 3, which had lain idle in another’s hands.',
  ],
  ['trimmed', {}, REDIS, 'The stream grew too long: event 3 was trimmed away before Shipping had read it.'],
  ['missed', {}, NOTIFY, 'Shipping missed event 3: nobody keeps a notification, and nobody repeats it.'],
  ['missed', {}, KAFKA, 'Shipping missed event 3: it grew too old and was deleted before it was read.'],
  [
    'missed',
    { value: 2 },
    EAGER,
    'Shipping missed copy 2 of event 3: its offset was committed before the work was done, so nobody reads it again.',
  ],
  [
    'missed',
    {},
    { broker: { ...EAGER.broker, retentionMs: 5 } },
    'Shipping missed event 3: either it grew too old and was deleted before it was read, or its offset was committed before the work was done, so nobody reads it again.',
  ],
  [
    'missed',
    {},
    REDIS,
    'Shipping missed event 3: the stream was trimmed meanwhile, and nothing is left of it but its id.',
  ],
  [
    'replayed',
    { event: 0, value: 3 },
    KAFKA,
    'Shipping goes back to the beginning of the log: 3 records that it was done with will be read again.',
  ],
  [
    'replayed',
    { event: 0, value: 2 },
    REDIS,
    'Shipping is set back to the beginning of the stream: 2 entries that it had been given will be handed out again.',
  ],
  ['delivered', { value: 0 }, {}, 'The broker handed event 3 to Shipping.'],
  ['delivered', { value: 1 }, KAFKA, 'Shipping read event 3 from the log.'],
  ['delivered', { value: 2 }, REDIS, 'Shipping read copy 2 of event 3 from the stream.'],
  ['delivered', { value: 1 }, NOTIFY, 'Shipping heard of event 3.'],
  ['delivered', { value: 1 }, TABLE, 'Shipping took row 3 and locked it.'],
  [
    'recorded',
    { dedup: 'before' },
    {},
    'Shipping recorded the id of event 3 in a transaction of its own. The effect is still to come.',
  ],
  ['recorded', {}, {}, 'Shipping recorded the id of event 3.'],
  [
    'applied',
    { actor: 'billing', value: 1, dedup: 'none' },
    { consumers: [{ name: 'billing' }] },
    'Billing received event 3 and made its effect, without recording its id.',
  ],
  [
    'applied',
    { actor: 'billing 2', value: 3, dedup: 'none' },
    { consumers: [{ name: 'billing', count: 2 }] },
    'Billing 2 received event 3 again and made its effect once more: 3 effects of one event.',
  ],
  ['applied', { value: 1, dedup: 'before' }, {}, 'Shipping booked the parcel for event 3.'],
  ['applied', { value: 1 }, {}, 'Shipping booked the parcel for event 3.'],
  [
    'skipped',
    { dedup: 'same-transaction' },
    {},
    'Shipping received event 3 again, knew its id and skipped it.',
  ],
  [
    'skipped',
    { dedup: 'before' },
    {},
    'Shipping received event 3 again, knew its id and skipped it. Nobody asks whether its effect was ever made.',
  ],
  ['failed', { value: 2 }, {}, 'Shipping could not handle event 3: attempt 2 of 5.'],
  ['requeued', { value: 1 }, {}, 'Event 3 joins the end of the retry queue. Later ones may overtake it.'],
  [
    'dead-lettered',
    { value: 5 },
    { consumers: [{ name: 'shipping', park: false }] },
    'Shipping gave event 3 up after 5 attempts: it is a dead letter. The next event of order 1 waits until somebody mends it, and so does all that is behind that.',
  ],
  [
    'dead-lettered',
    { value: 1 },
    {},
    'Shipping gave event 3 up after 1 attempt: it is a dead letter. Later events of order 1 are set aside until somebody mends it.',
  ],
  [
    'dead-lettered',
    { value: 5 },
    { consumers: [{ name: 'shipping', onPoison: 'skip' }] },
    'Shipping gave event 3 up after 5 attempts: it is a dead letter. Those behind it go on.',
  ],
  ['parked', {}, {}, 'Shipping set event 3 aside: order 1 waits behind a dead letter, and others go on.'],
  [
    'redriven',
    { actor: 'shipping 1', event: 0 },
    { consumers: [{ name: 'shipping', count: 2 }] },
    'What was wrong with Shipping is mended: its dead letters are tried once more, under the ids that they had.',
  ],
  ['acked', { value: 1 }, {}, 'Shipping acknowledged event 3, and the broker let go of it.'],
  ['acked', { value: 1 }, KAFKA, 'Shipping committed the offset after event 3.'],
  ['acked', { value: 1 }, EAGER, 'Shipping is done with event 3.'],
  ['acked', { value: 1 }, REDIS, 'Shipping acknowledged event 3: it is pending no more.'],
  ['redelivered', { value: 1 }, {}, 'The broker handed event 3 to Shipping once more: it never saw an ack.'],
  ['redelivered', { value: 1 }, KAFKA, 'Shipping read event 3 once more: its offset was not committed.'],
  ['consumer-crashed', { event: 0 }, {}, 'Shipping crashed.'],
  [
    'consumer-crashed',
    {},
    {},
    'Shipping crashed with event 3 in hand. There was no ack, so it will be handed out again.',
  ],
  [
    'consumer-crashed',
    {},
    EAGER,
    'Shipping crashed with event 3 in hand. Its offset was committed as it was read, so nobody reads it again.',
  ],
  [
    'consumer-crashed',
    {},
    TABLE,
    'Shipping crashed with event 3 in hand. Its transaction is gone, and the lock on row 3 with it.',
  ],
  ['consumer-restarted', { event: 0 }, {}, 'Shipping restarted.'],
  ['consumer-slowed', { event: 0, value: 5 }, {}, 'Shipping takes 5 times as long for each message.'],
  ['consumer-slowed', { event: 0, value: 1 }, {}, 'Shipping is as fast as before.'],
  [
    'dedup-set',
    { event: 0, value: 1 },
    {},
    'Shipping records each event’s id before its effect from now on, in a transaction of its own.',
  ],
];

const BROKERS: readonly StepKind[] = ['published', 'refused', 'returned', 'dropped', 'trimmed'];

suite('the words of a step', () => {
  const usual = { at: 0, event: 3, row: 3, value: 0, events: [], rows: [], dedup: null } as const;

  it.each(TABLE_OF_WORDS)('%s %j in %j', (kind, part, sketch, words) => {
    const actor = BROKERS.includes(kind) || kind.startsWith('broker-') ? 'broker' : 'shipping';
    const step: Step = { ...usual, actor, kind, ...part };
    expect(describe(step, scenarioOf(sketch)).words).toBe(words);
  });

  it('are told for every kind that there is', () => {
    const kinds = new Set(TABLE_OF_WORDS.map(([kind]) => kind));
    expect(STEP_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
