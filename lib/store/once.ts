/** Does it once for everyone who asks; after a failure the next one who asks tries again. */
export function onceUntilItFails<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let done: Promise<Value> | null = null;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = null;
      throw error;
    });
    return done;
  };
}
