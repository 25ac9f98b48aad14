type Sent = 'sent' | 'refused';

const send = async (broker: Broker, row: OutboxRow): Promise<Sent> => {
  try {
    await broker.publish({ ...row });
    return 'sent';
  } catch (error) {
    if (error instanceof Refused || error instanceof Returned) return 'refused';
    throw error;
  }
};

export default async ({ outbox, broker }: Relay) => {
  const rows = await outbox.pending();
  for (const row of rows) {
    if ((await send(broker, row)) === 'refused') return;
    await outbox.mark(row.id);
  }
};
