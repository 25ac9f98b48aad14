// A run becomes a link. All that a page loads of links.
import type { Problem } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import { lettersOf } from './letters';
import { headOf, MOST_BYTES, MOST_LETTERS } from './link-form';
import { canPack, deflate } from './packing';
import { rowsOf } from './rows';
import type { SharedRun } from './run';
import { oldBrowser, tooMuch } from './words';

/** The link of a run; or one sentence, where so much was done that no link holds it. */
export async function writeLink(run: SharedRun): Promise<Result<string>> {
  if (!canPack()) return refused(oldBrowser);
  const bytes = new TextEncoder().encode(JSON.stringify(rowsOf(run)));
  if (bytes.length > MOST_BYTES) return refused(tooMuch);
  const body = lettersOf(await deflate(bytes));
  const link = `${headOf(body)}${body}`;
  return link.length > MOST_LETTERS ? refused(tooMuch) : success(link);
}

const refused = (problem: Problem) => failure([problem]);
