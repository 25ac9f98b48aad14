// expect: stays-inside
export default async function consume(message: Message, { db, broker }: Consumer) {
  if (Date.now() - Date.parse(message.occurredAt) < 60_000) await db.apply(message);
  await broker.ack(message);
}
