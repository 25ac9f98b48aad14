// expect: marked-unconfirmed
// Both at the same time: the mark may come first.
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    await Promise.all([broker.publish(row), outbox.mark(row.id)]);
  }
}
