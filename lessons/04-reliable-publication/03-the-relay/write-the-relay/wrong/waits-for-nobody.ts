// expect: finishes
// A pause that nobody ends.
export default async function relay({ outbox, broker }: Relay) {
  await new Promise(() => {});
  for (const row of await outbox.pending(10)) {
    await broker.publish(row);
    await outbox.mark(row.id);
  }
}
