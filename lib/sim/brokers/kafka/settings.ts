import { choice, count, millis, or } from '../../scenario/scenario-schema/form';
import type { SettingsOf } from '../setting';

interface KafkaSettings {
  /** How many partitions the topic has. */
  readonly partitions: number;
  /** An offset is committed after the record is processed, or before. */
  readonly commit: 'after' | 'before';
  /** Records older than this, in milliseconds, are gone; 0: kept for ever. */
  readonly retentionMs: number;
}

export const kafkaSettings: SettingsOf<KafkaSettings> = {
  partitions: or(3, count('Kafka: how many partitions the topic has.', 1, 64)),
  commit: or(
    'after',
    choice('Kafka: an offset is committed after the batch is processed, or before.', ['after', 'before']),
  ),
  retentionMs: or(0, millis('Kafka: records older than this are gone; 0: kept for ever.')),
};
