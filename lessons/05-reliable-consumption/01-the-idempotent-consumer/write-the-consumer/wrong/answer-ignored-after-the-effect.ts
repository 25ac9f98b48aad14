// expect: answer-ignored
// One transaction, and nobody asks whether the id was new before it commits.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.transaction(async () => {
    await db.apply(message);
    await inbox.record(message.id);
  });
  await broker.ack(message);
}
