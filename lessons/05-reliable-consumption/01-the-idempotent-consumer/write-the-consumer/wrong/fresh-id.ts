// expect: made-up-id
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  const id = crypto.randomUUID();
  await db.transaction(async () => {
    if (await inbox.record(id)) await db.apply(message);
  });
  await broker.ack(message);
}
