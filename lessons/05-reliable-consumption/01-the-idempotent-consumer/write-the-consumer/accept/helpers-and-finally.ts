type Work = () => Promise<void>;

/** Does the work once for each id. */
const once = async ({ db, inbox }: Consumer, id: string, work: Work): Promise<boolean> =>
  db.transaction(async () => {
    const isNew = await inbox.record(id);
    if (isNew) await work();
    return isNew;
  });

export default async function consume(message: Message, given: Consumer) {
  let isDone = false;
  try {
    await once(given, message.id, () => given.db.apply(message));
    isDone = true;
  } finally {
    if (isDone) await given.broker.ack(message);
  }
}
