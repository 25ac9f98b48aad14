// One round of the relay. It is run again and again; whatever it leaves pending, the next round will find.
export default async function relay({ outbox, broker }: Relay) {
  for (const row of await outbox.pending(10)) {
    // The broker needs the row, and the table needs to know that it has it. What comes first?
  }
}
