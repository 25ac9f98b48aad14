// expect: marked-first
// At most once: what is marked and never sent is found by nobody.
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    await outbox.mark(row.id);
    await broker.publish(row);
  }
}
