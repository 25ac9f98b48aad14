// expect: stays-inside
export default async function consume(message: Message, { broker }: Consumer) {
  await fetch('https://parcels.example/book', { method: 'POST', body: JSON.stringify(message.payload) });
  await broker.ack(message);
}
