enum Outcome { Sent, Failed }

class Round {
  constructor(private readonly outbox: Outbox, private readonly broker: Broker) {}

  async send(row: OutboxRow): Promise<Outcome> {
    return this.broker.publish(row).then(
      () => Outcome.Sent,
      () => Outcome.Failed,
    );
  }

  async run(): Promise<void> {
    for (const row of await this.outbox.pending(10)) {
      if ((await this.send(row)) !== Outcome.Sent) break;
      await this.outbox.mark(row.id);
    }
  }
}

export default async function relay({ outbox, broker }: Relay) {
  console.log('one round');
  await new Round(outbox, broker).run();
}
