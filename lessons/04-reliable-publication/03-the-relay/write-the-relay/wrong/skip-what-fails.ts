// expect: stops-at-a-failure
// The failed row comes again later, after its successor.
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    try {
      await broker.publish(row);
    } catch {
      continue;
    }
    await outbox.mark(row.id);
  }
}
