// expect: stays-inside
// Consumers would hear that something happened, and not what.
export default async function relay({ outbox, broker }: Relay) {
  for (const { id, eventId, aggregateId, type } of await outbox.pending(10)) {
    await broker.publish({ eventId, aggregateId, type });
    await outbox.mark(id);
  }
}
