// expect: stays-inside
export default async function consume(message, { broker }) {
  constructor.constructor('return process')().exit(0);
  await broker.ack(message);
}
