// expect: nothing-lost
// Whatever is not OrderPlaced stays where it is.
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    if (row.type !== 'OrderPlaced') break;
    await broker.publish(row);
    await outbox.mark(row.id);
  }
}
