import { count, millis, or } from '../../scenario/scenario-schema/form';
import type { SettingsOf } from '../setting';

interface RedisStreamsSettings {
  /** Entries beyond this many are trimmed away; 0: none is. */
  readonly maxLength: number;
  /** A pending entry that was handed out so long ago, in milliseconds, may be claimed by another. */
  readonly minIdleMs: number;
}

export const redisStreamsSettings: SettingsOf<RedisStreamsSettings> = {
  maxLength: or(
    0,
    count('Redis Streams: entries beyond this many are trimmed away; 0: none is.', 0, 1_000_000),
  ),
  minIdleMs: or(
    5000,
    millis('Redis Streams: a pending entry idle for so long may be claimed by another.', 1),
  ),
};
