export default async function relay({ outbox, broker }: Relay) {
  const rows = await outbox.pending(10);
  await rows.reduce(
    (before, row) => before.then(() => broker.publish(row)).then(() => outbox.mark(row.id)).then(() => undefined),
    Promise.resolve<void>(undefined),
  );
}
