// expect: acked-first
// The ack is out, and the commit is not.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.transaction(async () => {
    if (await inbox.record(message.id)) await db.apply(message);
    await broker.ack(message);
  });
}
