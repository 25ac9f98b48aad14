// expect: finishes
export default async function relay({ outbox, broker }: Relay) {
  const rows = await outbox.pending(10);
  for (let at = 0; at < rows.length; ) {
    if (rows[at] === undefined) at += 1;
  }
}
