// expect: nothing-lost
export default async function consume(message: Message, { db, inbox }: Consumer) {
  await db.transaction(async () => {
    if (await inbox.record(message.id)) await db.apply(message);
  });
}
