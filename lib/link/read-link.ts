// A link becomes a run. It brings the validators along, so a page has it in a worker only.
import type { Json } from '@/lib/shared/json';
import { failure, type Result } from '@/lib/shared/result';
import { judgeRun } from './judge-run';
import { bytesOf, numberIn } from './letters';
import { HEAD, headOf, MOST_BYTES, MOST_LETTERS, VERSION } from './link-form';
import { canPack, inflate } from './packing';
import { runOf } from './rows';
import type { SharedRun } from './run';
import { altered, cutOff, notRun, oldBrowser, otherVersion, tooLong } from './words';

/** The run of a link, sound in all its parts; or one sentence for whoever opened it. Never throws, whatever the text. */
export async function readLink(link: string): Promise<Result<SharedRun>> {
  if (!canPack()) return failure([oldBrowser]);
  if (link.length > MOST_LETTERS) return failure([tooLong]);
  if (!link.startsWith(VERSION)) return failure([link === '' ? cutOff : otherVersion]);
  const length = numberIn(link.slice(1, 4));
  // What follows was added on its way, such as the full stop of a sentence.
  const body = link.slice(HEAD, HEAD + length);
  if (link.length < HEAD || body.length < length) return failure([cutOff]);
  if (headOf(body) !== link.slice(0, HEAD)) return failure([altered]);
  const bytes = bytesOf(body);
  const unpacked = bytes === null ? null : await inflate(bytes, MOST_BYTES);
  return unpacked === null ? failure([altered]) : judged(unpacked);
}

function judged(bytes: Uint8Array): Result<SharedRun> {
  try {
    const run = runOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json);
    return run === null ? failure([notRun]) : judgeRun(run);
  } catch {
    // No JSON; or nested so deeply that nothing could walk through it.
    return failure([notRun]);
  }
}
