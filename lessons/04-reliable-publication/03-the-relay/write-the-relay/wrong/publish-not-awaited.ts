// expect: marked-unconfirmed
// Nobody waits for the confirm.
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(1)) {
    broker.publish(row);
    await outbox.mark(row.id);
  }
}
