// expect: finishes
// A round that never ends; none of its polls finds more.
export default async function relay({ outbox, broker }: Relay) {
  for (;;) {
    for (const row of await outbox.pending(10)) {
      await broker.publish(row);
      await outbox.mark(row.id);
    }
  }
}
