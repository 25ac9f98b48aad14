// expect: finishes
export default async function consume(message: Message, { inbox, broker }: Consumer) {
  let isNew = await inbox.record(message.id);
  while (isNew) {
    isNew = isNew && true;
  }
  await broker.ack(message);
}
