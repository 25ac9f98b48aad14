// One connection answers in order, so nothing within the transaction has to be waited for in between but the answer.
export default async function consume({ id, ...rest }: Message, { db, inbox, broker }: Consumer) {
  const message = { id, ...rest };
  const transaction = db.transaction(async () => {
    const isNew = await inbox.record(id);
    if (isNew) db.apply(message);
  });
  await transaction;
  await broker.ack(message);
}
