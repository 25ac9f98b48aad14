// expect: handles-all
// A copy is no failure: after five attempts it would lie among the dead letters.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.transaction(async () => {
    if (!(await inbox.record(message.id))) throw new Error('I know this one.');
    await db.apply(message);
  });
  await broker.ack(message);
}
