// expect: not-recorded
// What the process remembers is gone with the process.
export default async function consume(message, { db, broker }) {
  globalThis.seen ??= new Set();
  if (!globalThis.seen.has(message.id)) await db.apply(message);
  globalThis.seen.add(message.id);
  await broker.ack(message);
}
