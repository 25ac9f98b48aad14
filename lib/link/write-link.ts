// A run becomes a link. All that a page loads of links.
import type { Problem } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import { isSound } from './judge-deeds';
import { lettersOf } from './letters';
import { headOf, MOST_BYTES, MOST_LETTERS } from './link-form';
import { canPack, deflate } from './packing';
import { rowsOf } from './rows';
import type { SharedRun } from './run';
import { notSound, oldBrowser, tooMuch } from './words';

/** The link of a run; or one sentence, where no link holds it. What it makes can be opened. */
export async function writeLink(run: SharedRun): Promise<Result<string>> {
  if (!canPack()) return refused(oldBrowser);
  if (!isSound(run)) return refused(notSound);
  const bytes = new TextEncoder().encode(JSON.stringify(rowsOf(run)));
  if (bytes.length > MOST_BYTES) return refused(tooMuch);
  const body = lettersOf(await deflate(bytes));
  const link = `${headOf(body)}${body}`;
  return link.length > MOST_LETTERS ? refused(tooMuch) : success(link);
}

const refused = (problem: Problem) => failure([problem]);
