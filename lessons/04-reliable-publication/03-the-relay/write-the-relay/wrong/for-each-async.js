// expect: one-at-a-time
// `forEach` waits for nobody.
export default async function relay({ outbox, broker }) {
  const rows = await outbox.pending(10);
  rows.forEach(async (row) => {
    await broker.publish(row);
    await outbox.mark(row.id);
  });
}
