// expect: stays-inside
export default async function relay({ outbox, broker }) {
  const world = outbox.pending.constructor.constructor('return this')();
  world.process.exit(0);
}
