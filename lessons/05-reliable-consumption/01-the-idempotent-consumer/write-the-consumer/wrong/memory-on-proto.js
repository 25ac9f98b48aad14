// expect: not-recorded
// A place that all objects share is no more lasting than any other.
const seen = (({}).__proto__.seen ??= new Set());

export default async function consume(message, { db, broker }) {
  if (!seen.has(message.id)) await db.apply(message);
  seen.add(message.id);
  await broker.ack(message);
}
