// expect: nothing-lost
// The known message blocks the ones behind it.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  const isNew = await db.transaction(async () => {
    if (!(await inbox.record(message.id))) return false;
    await db.apply(message);
    return true;
  });
  if (isNew) await broker.ack(message);
}
