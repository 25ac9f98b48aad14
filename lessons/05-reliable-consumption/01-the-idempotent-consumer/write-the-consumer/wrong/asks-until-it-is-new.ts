// expect: finishes
// A known id never becomes new again.
export default async function consume(message: Message, { db, inbox, broker }: Consumer) {
  while (!(await inbox.record(message.id))) console.log('not yet');
  await db.apply(message);
  await broker.ack(message);
}
