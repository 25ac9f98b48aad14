// The words of a scenario, known in links by their place in this list, so that a link is a third shorter.
// New ones join at its end, and none is ever moved or removed: links that were passed on are read by it.
import type { Json } from '@/lib/shared/json';

export const WORDS: readonly string[] = `
seed workload orders everyMs relays count claim consumers name dedup faults do at step ms from to broker
kind relay consumer poison pollMs batch none published lease crash-relay aggregates overlap publication
maxAttempts onPoison factor leaseMs cursor pace budgets invariants rollbackEvery lockAggregate versions
dualWrite payloadBytes counter max commit-first publish-first outbox dual-write cdc notify mark leaseClock
retry purgeMs skip-locked head-of-key dispatched-null last-id xmin-fence after-confirm after-publish
before-publish database baseMs capMs jitter equal full exchange durable persistent mandatory partitions
commit retentionMs maxLength minIdleMs rabbitmq kafka redis-streams topic direct after before dedupWindowMs
bindings prefetch failures park redriveMs same-transaction in-place retry-queue halt skip crash-consumer
crash-service redeliver replay broker-down broker-restart slow-consumer hold-transaction connector-stopped
clock-skew occurrence began inserted committed rolled-back service-crashed transaction-held
transaction-released polled refused returned dropped confirmed unconfirmed marked mark-refused saved
failed-to-publish gave-up lease-expired purged armed crashed restarted clock-skewed connector-started
broker-up broker-restarted rebalanced claimed replayed trimmed missed delivered recorded applied skipped
failed requeued dead-lettered parked redriven acked redelivered consumer-crashed consumer-restarted
consumer-slowed dedup-set crashes redeliveries states I1 I2 I3 I4 I5 I6 outages pause
http
`
  .trim()
  .split(/\s+/);

const PLACES: ReadonlyMap<string, string> = new Map(WORDS.map((word, place) => [word, place.toString(36)]));
const MEANINGS: ReadonlyMap<string, string> = new Map(WORDS.map((word, place) => [place.toString(36), word]));

/** Before what is no word of the list. */
const AS_IT_IS = '=';

const brief = (text: string): string => PLACES.get(text) ?? `${AS_IT_IS}${text}`;

/** What stands for nothing is left as it is, for whoever judges it. */
const meant = (text: string): string =>
  text.startsWith(AS_IT_IS) ? text.slice(1) : (MEANINGS.get(text) ?? text);

/** The value in brief: every key, and every text in it. */
export const inBrief = (value: Json): Json => translated(value, brief);

export const inFull = (value: Json): Json => translated(value, meant);

function translated(value: Json, word: (text: string) => string): Json {
  if (typeof value === 'string') return word(value);
  if (Array.isArray(value)) return value.map((item: Json) => translated(item, word));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [word(key), translated(part, word)]));
}
