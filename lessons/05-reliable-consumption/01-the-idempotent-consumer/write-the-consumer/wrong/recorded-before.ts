// expect: recorded-first
// Two transactions: first the id, then the effect.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  if (await inbox.record(message.id)) await db.apply(message);
  await broker.ack(message);
}
