// expect: answer-ignored
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.transaction(async () => {
    await inbox.record(message.id);
    await db.apply(message);
  });
  await broker.ack(message);
}
