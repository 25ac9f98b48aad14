// expect: acked-first
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await broker.ack(message);
  await db.transaction(async () => {
    if (await inbox.record(message.id)) await db.apply(message);
  });
}
