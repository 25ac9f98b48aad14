// expect: syntax
export default async function consume(message: Message, { db, broker }: Consumer) {
  await db.transaction(async () => {
    await db.apply(message);
  };
}
