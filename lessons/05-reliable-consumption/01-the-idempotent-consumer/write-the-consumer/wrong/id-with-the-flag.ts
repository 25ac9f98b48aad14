// expect: stays-inside
// The flag is another one when the message comes again.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.transaction(async () => {
    if (await inbox.record(message.id + ':' + message.redelivered)) await db.apply(message);
  });
  await broker.ack(message);
}
