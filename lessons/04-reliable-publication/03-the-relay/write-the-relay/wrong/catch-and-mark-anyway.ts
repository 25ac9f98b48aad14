// expect: marked-refused
// The error is gone, and so is the event.
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    try {
      await broker.publish(row);
    } catch (error) {
      console.error(error);
    }
    await outbox.mark(row.id);
  }
}
