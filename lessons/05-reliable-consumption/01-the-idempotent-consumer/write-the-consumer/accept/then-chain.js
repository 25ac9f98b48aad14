export default (message, { db, inbox, broker }) =>
  db
    .transaction(() => inbox.record(message.id).then((isNew) => (isNew ? db.apply(message) : undefined)))
    .then(() => broker.ack(message));
