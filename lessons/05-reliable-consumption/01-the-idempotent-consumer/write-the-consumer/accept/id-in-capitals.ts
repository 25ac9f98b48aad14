// Written another way, and the same in every copy.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.transaction(async () => {
    if (await inbox.record(message.id.toUpperCase())) await db.apply(message);
  });
  await broker.ack(message);
}
