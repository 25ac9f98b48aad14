// expect: stays-inside
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    if (new Date(row.occurredAt).getTime() > Date.now() - 1000) continue;
    await broker.publish(row);
    await outbox.mark(row.id);
  }
}
