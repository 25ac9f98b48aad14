// expect: not-recorded
// The flag tells of deliveries, not of events: a relay that has crashed sends the row again, as a new message.
export default async function consume(message: Message, { db, broker }: Consumer) {
  if (!message.redelivered) await db.apply(message);
  await broker.ack(message);
}
