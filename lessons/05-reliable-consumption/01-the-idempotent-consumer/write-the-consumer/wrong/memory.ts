// expect: finishes
export default async function consume(message: Message, { broker }: Consumer) {
  const copies: Message[][] = [];
  for (;;) copies.push(new Array(1_000).fill(message));
}
