import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replay } from '@/lib/bench/agreement';
import type { Database } from '@/lib/postgres/database';
import { openDatabase } from '@/lib/postgres/direct';
import { ownProcesses } from '../process/own-processes';
import { eventsIn, goodConsumer, goodRelay, processOf, type Round } from '../process/process-fixture';
import { chanceRun } from '../scenario/run-chance';
import type { BrokerKind } from '../scenario/scenario';
import { run } from '../trace';

const brokers: readonly BrokerKind[] = ['rabbitmq', 'kafka', 'redis-streams', 'notify'];

/** Some runs go on for ever: a learner's relay may try an unroutable message again and again. */
const MOST_STEPS = 1000;

const hasty: Round = function* () {
  const events = eventsIn(yield { do: 'pending', limit: 10 });
  yield { do: 'mark', events };
  for (const event of events) yield { do: 'publish', event, freshId: true };
};

const careless: Round = function* () {
  yield { do: 'effect' };
  yield { do: 'record' };
  yield { do: 'record', freshId: true };
  yield { do: 'ack' };
};

describe('[R61] model and PostgreSQL agree where processes take part', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  }, 60_000);
  afterAll(() => database.close());

  it.each<[string, Round, Round, number]>([
    ['that are right: 20 random runs', goodRelay, goodConsumer, 20],
    ['that lose and repeat: 10 random runs', hasty, careless, 10],
  ])(
    '%s',
    async (_, relay, consumer, runs) => {
      const disagreements: string[] = [];
      let ended = 0;
      for (let seed = 1; seed <= runs; seed += 1) {
        const { scenario, commands } = chanceRun(seed, brokers);
        const processes = ownProcesses({ relay: processOf(relay), consumer: processOf(consumer) });
        const records = await replay(database, run(scenario, commands, MOST_STEPS, processes));
        ended += records.length;
        const wrong = records.find(({ disagreement }) => disagreement !== null);
        if (wrong !== undefined) disagreements.push(`Seed ${seed}: ${wrong.disagreement}`);
      }
      expect(disagreements).toEqual([]);
      expect(ended).toBeGreaterThan(runs * 10);
    },
    120_000,
  );
});
