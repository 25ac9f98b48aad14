// The effect comes first; a known id takes it back with the transaction.
class Known extends Error {}

export default async function consume(message: Message, { db, inbox, broker }: Consumer): Promise<void> {
  try {
    await db.transaction(async () => {
      await db.apply(message);
      if (!(await inbox.record(message.id))) throw new Known();
    });
  } catch (error) {
    if (!(error instanceof Known)) throw error;
  }
  await broker.ack(message);
}
