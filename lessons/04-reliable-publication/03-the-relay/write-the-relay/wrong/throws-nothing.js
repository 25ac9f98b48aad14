// expect: nothing-lost
// Every round ends where it begins: one step is enough.
export default async function relay() {
  throw null;
}
