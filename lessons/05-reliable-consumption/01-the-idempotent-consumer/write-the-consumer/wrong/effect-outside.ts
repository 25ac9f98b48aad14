// expect: recorded-first
// The transaction holds the id alone.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  let isNew = false;
  await db.transaction(async () => {
    isNew = await inbox.record(message.id);
  });
  if (isNew) await db.apply(message);
  await broker.ack(message);
}
