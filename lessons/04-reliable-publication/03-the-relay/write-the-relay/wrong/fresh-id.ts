// expect: same-id
// Each attempt has an id of its own, so that no consumer knows a copy.
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    await broker.publish({ ...row, eventId: crypto.randomUUID() });
    await outbox.mark(row.id);
  }
}
