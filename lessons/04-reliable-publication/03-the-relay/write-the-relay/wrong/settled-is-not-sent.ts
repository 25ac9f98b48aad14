// expect: marked-refused
// `allSettled` waits for an answer, whatever it is.
export default async function relay({ outbox, broker }: Relay) {
  const [row] = await outbox.pending(1);
  if (row === undefined) return;
  await Promise.allSettled([broker.publish(row)]);
  await outbox.mark(row.id);
}
