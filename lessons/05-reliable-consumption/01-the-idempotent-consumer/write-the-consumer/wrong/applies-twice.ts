// expect: one-effect
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.transaction(async () => {
    if (!(await inbox.record(message.id))) return;
    await db.apply(message);
    await db.apply(message);
  });
  await broker.ack(message);
}
