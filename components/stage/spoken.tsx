'use client';
import { memo } from 'react';
import { Heard } from '@/components/workbench/heard';
import { KIND, type StepKind } from '@/lib/sim/step';
import { wordsAt } from '@/lib/sim/tell/telling';
import type { Trace } from '@/lib/sim/trace';
import type { StageView } from './use-stage';

/** What a screen reader is told while the run plays: what went wrong, what came twice, and how it ended. */
export const Spoken = memo(function Spoken({ view }: { readonly view: StageView }) {
  return <Heard>{spoken(view)}</Heard>;
});

function spoken({ trace, count, moving, ended, metrics }: StageView): string {
  if (moving) {
    const last = lastTold(trace, count);
    return last === -1 ? '' : wordsAt(trace, last);
  }
  if (!ended || count === 0) return '';
  const { pending, delivered, redelivered, lost } = metrics;
  return `At the end: ${pending} rows pending, ${delivered} events delivered, ${redelivered} redelivered, ${lost} lost.`;
}

const TOLD: readonly StepKind[] = [
  'crashed',
  'consumer-crashed',
  'service-crashed',
  'skipped',
  'rolled-back',
  'broker-down',
  'broker-up',
  'broker-restarted',
  'refused',
  'dead-lettered',
];
const CODES: ReadonlySet<number> = new Set(TOLD.map((kind) => KIND[kind]));

const found = new WeakMap<Trace, { readonly by: number; readonly place: number }>();

/** The place of the last step that is worth a word; read from the codes, and only from those that are new: a run may be long. */
function lastTold(trace: Trace, count: number): number {
  const known = found.get(trace);
  const [from, before] = known !== undefined && known.by <= count ? [known.by, known.place] : [0, -1];
  const place = lastWithin(trace, from, count) ?? before;
  found.set(trace, { by: count, place });
  return place;
}

function lastWithin({ codes }: Trace, from: number, to: number): number | null {
  for (let place = to - 1; place >= from; place -= 1) {
    const kind = codes.kind[place] as number;
    if (CODES.has(kind) || (kind === KIND.applied && (codes.value[place] as number) > 1)) return place;
  }
  return null;
}
