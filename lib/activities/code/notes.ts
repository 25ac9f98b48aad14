// What is right, and worth a word all the same.
import type { Remembered } from '@/lib/sim/process/remembered';
import type { Note } from '../verdict';
import { answersAt, momentsOf } from './moments';

export function notesOn(did: Remembered | undefined): readonly Note[] {
  if (did === undefined) return [];
  const marks = momentsOf(did).flatMap((moment) =>
    answersAt(moment).flatMap(({ asked }) => (asked.do === 'mark' ? [asked.events.length] : [])),
  );
  const most = Math.max(0, ...marks);
  return most > 1 ? [{ subject: null, message: BATCH, place: null }] : [];
}

const BATCH =
  'You mark several rows at once. That is one statement instead of many, and right: a crash before it sends the whole ' +
  'batch again, so consumers see more copies. At least once means exactly that.';
