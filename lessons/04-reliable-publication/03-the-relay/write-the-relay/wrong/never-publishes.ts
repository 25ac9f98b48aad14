// expect: nothing-lost
// It looks, and does nothing.
export default async function relay({ outbox }: Relay) {
  const rows = await outbox.pending(10);
  console.log(rows.length);
}
