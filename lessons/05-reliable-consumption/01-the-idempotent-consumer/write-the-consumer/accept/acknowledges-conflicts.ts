export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  try {
    await db.transaction(async () => {
      if (await inbox.record(message.id)) await db.apply(message);
    });
  } catch (error) {
    // Another member of the group was first, and has made the effect.
    if (!(error instanceof Conflict)) throw error;
  }
  await broker.ack(message);
}
