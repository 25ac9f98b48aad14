// One round of the consumer: it is called with each message that the broker delivers, and with some of them again.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.transaction(async () => {
    if (await inbox.record(message.id)) await db.apply(message);
  });
  await broker.ack(message);
}
