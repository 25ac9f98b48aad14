export default async function relay({ outbox, broker }: Relay): Promise<void> {
  const sent: number[] = [];
  try {
    for (const row of await outbox.pending(10)) {
      await broker.publish(row);
      sent.push(row.id);
    }
  } finally {
    if (sent.length > 0) await outbox.mark(sent);
  }
}
