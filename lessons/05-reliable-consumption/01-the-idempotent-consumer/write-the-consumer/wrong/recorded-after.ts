// expect: recorded-apart
// First the effect, then the id, each by itself.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.apply(message);
  await inbox.record(message.id);
  await broker.ack(message);
}
