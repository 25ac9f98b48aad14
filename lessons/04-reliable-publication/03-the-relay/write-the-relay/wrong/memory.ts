// expect: finishes
export default async function relay({ outbox }: Relay) {
  const rows = await outbox.pending(10);
  const all = [];
  while (rows.length > 0) all.push(new Array(1_000).fill(rows));
}
