import type { DatabaseFiles } from './boot';
import { type DatabaseFile, MANIFEST, type Manifest } from './manifest';

/** What has come over the network so far, in bytes; called once every file's size is known. */
export type ReportProgress = (loaded: number, total: number) => void;

/** The site answered, but not with the file. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';
  readonly status: number;

  constructor(url: URL, status: number) {
    super(`${url.pathname} answered ${status}`);
    this.status = status;
  }
}

/** Fetches what a database starts from. The server is compiled while it arrives. */
export async function download(
  folder: URL,
  report: ReportProgress,
  get: typeof fetch = fetch,
): Promise<DatabaseFiles> {
  const answer = await fetched(new URL(MANIFEST, folder), get);
  const manifest = (await answer.json()) as Manifest;
  const count = counter(3, report);
  const open = (file: DatabaseFile) => openFile(new URL(file.name, folder), file, count, get);
  const [server, installation, snapshot] = await Promise.all([
    open(manifest.server).then((response) => WebAssembly.compileStreaming(response)),
    open(manifest.installation).then((response) => response.blob()),
    open(manifest.snapshot).then((response) => response.blob()),
  ]);
  return { server, installation, snapshot };
}

/** The file unpacked, and counted as it passes. */
async function openFile(url: URL, file: DatabaseFile, count: Counter, get: typeof fetch): Promise<Response> {
  const { response, packed } = await smallest(url, get);
  const travels = Number(response.headers.get('content-length') ?? 0) || file.bytes;
  const unpacked = packed ? response.body?.pipeThrough(new DecompressionStream('gzip')) : response.body;
  const body = unpacked?.pipeThrough(counting(count(travels), travels / file.bytes));
  return new Response(body ?? null, {
    headers: { 'content-type': response.headers.get('content-type') ?? '' },
  });
}

/**
 * The file as it travels best. A host that compresses is left to it; of any other we take the gzip that the build
 * put beside the file, and unpack it ourselves.
 */
async function smallest(url: URL, get: typeof fetch): Promise<{ response: Response; packed: boolean }> {
  const plain = await fetched(url, get);
  if (isEncoded(plain)) return { response: plain, packed: false };
  const beside = await get(new URL(`${url.href}.gz`));
  if (!beside.ok) return { response: plain, packed: false };
  await plain.body?.cancel();
  const response = new Response(beside.body, {
    headers: {
      ...Object.fromEntries(beside.headers),
      'content-type': plain.headers.get('content-type') ?? '',
    },
  });
  return { response, packed: !isEncoded(beside) };
}

const isEncoded = (response: Response): boolean => response.headers.has('content-encoding');

async function fetched(url: URL, get: typeof fetch): Promise<Response> {
  const response = await get(url);
  if (!response.ok) throw new FileMissing(url, response.status);
  return response;
}

type Counter = (travels: number) => (bytes: number) => void;

/** Adds up several files, and is silent until all have said how large they are. */
function counter(files: number, report: ReportProgress): Counter {
  const sizes: number[] = [];
  let loaded = 0;
  return (travels) => {
    sizes.push(travels);
    return (bytes) => {
      loaded += bytes;
      if (sizes.length === files) {
        const total = sizes.reduce((sum, size) => sum + size, 0);
        report(Math.min(loaded, total), total);
      }
    };
  };
}

/** Passes everything on, and counts what unpacked bytes weighed on their way. */
const counting = (add: (bytes: number) => void, weight: number): TransformStream<Uint8Array, Uint8Array> =>
  new TransformStream({
    transform(chunk, controller) {
      add(chunk.length * weight);
      controller.enqueue(chunk);
    },
  });
