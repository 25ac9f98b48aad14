// expect: shape
const consume = async (message: Message, { db, broker }: Consumer) => {
  await db.apply(message);
  await broker.ack(message);
};
