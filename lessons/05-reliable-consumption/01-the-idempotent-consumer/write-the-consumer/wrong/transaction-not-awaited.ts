// expect: acked-first
// The transaction was only begun.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  db.transaction(async () => {
    if (await inbox.record(message.id)) await db.apply(message);
  });
  await broker.ack(message);
}
