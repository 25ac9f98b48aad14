async function relay({ outbox, broker }: Relay) {
  for (const { id, eventId, aggregateId, type, payload } of await outbox.pending(10)) {
    await broker.publish({ eventId, aggregateId, type, payload });
    await outbox.mark(id);
  }
}

export { relay as default };
