// Events of one order one after the other; different orders at the same time.
export default async function relay({ outbox, broker }: Relay) {
  const byOrder = new Map<string, OutboxRow[]>();
  for (const row of await outbox.pending(10)) {
    byOrder.set(row.aggregateId, [...(byOrder.get(row.aggregateId) ?? []), row]);
  }
  const sendAll = async (rows: readonly OutboxRow[]) => {
    for (const row of rows) {
      await broker.publish(row);
      await outbox.mark(row.id);
    }
  };
  await Promise.all([...byOrder.values()].map(sendAll));
}
