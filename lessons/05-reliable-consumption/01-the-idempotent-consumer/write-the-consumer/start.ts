// One round of the consumer: it is called with each message that the broker delivers, and with some of them again.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  await db.apply(message);
  // What if this message comes a second time? And when may the broker forget it?
}
