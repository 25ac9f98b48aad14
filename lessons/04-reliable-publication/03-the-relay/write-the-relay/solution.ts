// One round of the relay. It is run again and again; whatever it leaves pending, the next round will find.
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    await broker.publish(row);
    await outbox.mark(row.id);
  }
}
