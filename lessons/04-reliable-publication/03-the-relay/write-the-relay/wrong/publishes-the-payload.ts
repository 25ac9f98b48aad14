// expect: stays-inside
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    await broker.publish(row.payload);
    await outbox.mark(row.id);
  }
}
