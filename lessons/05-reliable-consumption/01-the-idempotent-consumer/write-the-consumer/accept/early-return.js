export default async function consume(message, { db, inbox, broker }) {
  await db.transaction(async () => {
    const isNew = await inbox.record(message.id);
    if (!isNew) return;
    await db.apply(message);
  });
  await broker.ack(message);
}
