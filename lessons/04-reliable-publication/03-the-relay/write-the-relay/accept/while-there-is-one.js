export default async function relay({ outbox, broker }) {
  let [row] = await outbox.pending(1);
  while (row) {
    await broker.publish(row);
    await outbox.mark(row.id);
    [row] = await outbox.pending(1);
  }
}
