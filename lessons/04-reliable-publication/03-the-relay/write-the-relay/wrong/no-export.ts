// expect: shape
async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    await broker.publish(row);
    await outbox.mark(row.id);
  }
}
