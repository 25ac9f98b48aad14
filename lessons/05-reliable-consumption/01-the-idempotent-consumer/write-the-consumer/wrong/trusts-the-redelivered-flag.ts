// expect: not-recorded
// A relay that has crashed sends the row once more: a second copy, delivered for the first time.
export default async function consume(message: Message, { db, broker }: Consumer) {
  if (message.redelivered) console.log('again');
  await db.transaction(() => db.apply(message));
  await broker.ack(message);
}
