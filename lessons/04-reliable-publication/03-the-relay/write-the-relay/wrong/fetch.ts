// expect: stays-inside
export default async function relay({ outbox }: Relay) {
  for (const row of await outbox.pending(10)) {
    await fetch('https://broker.example/publish', { method: 'POST', body: JSON.stringify(row) });
    await outbox.mark(row.id);
  }
}
