// Deflated bytes and back, by the platform's own streams. What comes out is bounded, whatever goes in.

/** Whether this browser has them. */
export const canPack = (): boolean => typeof CompressionStream === 'function';

export const deflate = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
  const packed = await read(
    streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw')),
    Number.POSITIVE_INFINITY,
  );
  return packed ?? new Uint8Array();
};

/** Null where the bytes are no deflated ones, or more than `most` come out of them: then it stops reading. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array | null> {
  try {
    return await read(streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')), most);
  } catch {
    return null;
  }
}

const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });

async function read(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let from = 0;
  for (const chunk of chunks) {
    whole.set(chunk, from);
    from += chunk.length;
  }
  return whole;
}
