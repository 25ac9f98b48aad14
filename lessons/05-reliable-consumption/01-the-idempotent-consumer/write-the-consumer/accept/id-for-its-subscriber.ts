// The key may say whose it is.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.transaction(async () => {
    if (await inbox.record('shipping:' + message.id)) await db.apply(message);
  });
  await broker.ack(message);
}
