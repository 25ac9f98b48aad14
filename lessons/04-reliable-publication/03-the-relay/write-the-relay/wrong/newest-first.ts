// expect: oldest-first
// What happened last is told first.
export default async function relay({ outbox, broker }: Relay) {
  const rows = await outbox.pending(10);
  for (const row of rows.reverse()) {
    await broker.publish(row);
    await outbox.mark(row.id);
  }
}
