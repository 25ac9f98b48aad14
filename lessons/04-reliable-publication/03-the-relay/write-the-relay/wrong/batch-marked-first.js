// expect: marked-first
// Claims the whole batch by marking it.
export default async function relay({ outbox, broker }) {
  const rows = await outbox.pending(10);
  await outbox.mark(rows.map((row) => row.id));
  for (const row of rows) await broker.publish(row);
}
