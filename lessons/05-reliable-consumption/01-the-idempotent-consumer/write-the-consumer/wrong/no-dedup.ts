// expect: not-recorded
export default async function consume(message: Message, { db, broker }: Consumer) {
  await db.apply(message);
  await broker.ack(message);
}
