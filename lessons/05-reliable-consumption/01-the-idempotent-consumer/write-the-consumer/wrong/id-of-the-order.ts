// expect: stays-inside
// All events of an order share it.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.transaction(async () => {
    if (await inbox.record(message.aggregateId)) await db.apply(message);
  });
  await broker.ack(message);
}
