// expect: finishes
export default async function relay(given: Relay): Promise<void> {
  return relay(given);
}
