// expect: stays-inside
// A second event of the same kind about the same order would be taken for a copy.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.transaction(async () => {
    if (await inbox.record(message.aggregateId + ':' + message.type)) await db.apply(message);
  });
  await broker.ack(message);
}
