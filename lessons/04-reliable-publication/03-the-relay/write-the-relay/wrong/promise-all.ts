// expect: one-at-a-time
// The whole batch at once: two events of one order race.
export default async function relay({ outbox, broker }: Relay) {
  const rows = await outbox.pending(10);
  await Promise.all(rows.map((row) => broker.publish(row)));
  await outbox.mark(rows.map((row) => row.id));
}
