// expect: recorded-first
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  const isNew = await db.transaction(() => inbox.record(message.id));
  if (isNew) await db.transaction(() => db.apply(message));
  await broker.ack(message);
}
