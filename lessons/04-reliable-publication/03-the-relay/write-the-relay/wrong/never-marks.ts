// expect: finishes
// The same rows are pending for ever.
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) await broker.publish(row);
}
