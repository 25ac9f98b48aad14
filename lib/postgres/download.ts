import type { DatabaseFiles } from './boot';
import { type DatabaseFile, MANIFEST, type Manifest } from './manifest';

/** What has come over the network so far, in bytes; called at each hundredth, once every file's size is known. */
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
    open(manifest.server).then((content) => WebAssembly.compileStreaming(asWebAssembly(content))),
    open(manifest.installation).then((content) => new Response(content).blob()),
    open(manifest.snapshot).then((content) => new Response(content).blob()),
  ]);
  return { server, installation, snapshot };
}

/** The file unpacked, and counted as it passes. */
async function openFile(url: URL, file: DatabaseFile, count: Counter, get: typeof fetch): Promise<Content> {
  const response = await smallest(url, get);
  const travels = Number(response.headers.get('content-length')) || file.gzipBytes;
  const isGzip = response.url.endsWith('.gz') && !isEncoded(response);
  const packed = response.body ?? new Blob().stream();
  const content = isGzip ? packed.pipeThrough(new DecompressionStream('gzip')) : packed;
  return content.pipeThrough(counting(count(travels), travels / file.bytes));
}

/**
 * The answer that travels best. A host that compresses is left to it; of any other we take the gzip that stands
 * beside the file, to unpack it ourselves.
 */
async function smallest(url: URL, get: typeof fetch): Promise<Response> {
  const plain = await fetched(url, get);
  if (isEncoded(plain)) return plain;
  await plain.body?.cancel();
  return fetched(new URL(`${url.href}.gz`), get);
}

const isEncoded = (response: Response): boolean => response.headers.has('content-encoding');

async function fetched(url: URL, get: typeof fetch): Promise<Response> {
  const response = await get(url);
  if (!response.ok) throw new FileMissing(url, response.status);
  return response;
}

/** Streaming compilation insists on the type, which not every host knows. */
const asWebAssembly = (content: Content): Response =>
  new Response(content, { headers: { 'content-type': 'application/wasm' } });

type Content = ReadableStream<Uint8Array<ArrayBuffer>>;

type Counter = (travels: number) => (bytes: number) => void;

/** Adds up several files, and is silent until all have said how large they are. */
function counter(files: number, report: ReportProgress): Counter {
  const sizes: number[] = [];
  let loaded = 0;
  let reported = 0;
  return (travels) => {
    sizes.push(travels);
    return (bytes) => {
      loaded += bytes;
      if (sizes.length < files) return;
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const hundredth = Math.floor((100 * loaded) / total + 0.5);
      if (hundredth > reported) report(Math.min(Math.round(loaded), total), total);
      reported = hundredth;
    };
  };
}

/** Passes everything on, and counts what unpacked bytes weighed on their way. */
const counting = (
  add: (bytes: number) => void,
  weight: number,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> =>
  new TransformStream({
    transform(chunk, controller) {
      add(chunk.length * weight);
      controller.enqueue(chunk);
    },
  });
