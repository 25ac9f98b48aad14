// expect: marked-refused
// `finally` runs after a failure as well.
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    try {
      await broker.publish(row);
    } finally {
      await outbox.mark(row.id);
    }
  }
}
