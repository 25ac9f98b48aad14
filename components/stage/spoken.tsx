'use client';
import { memo } from 'react';
import { Heard } from '@/components/workbench/heard';
import { KIND, type StepKind } from '@/lib/sim/step';
import { describeAt } from '@/lib/sim/tell/description';
import type { Trace } from '@/lib/sim/trace';
import type { StageView } from './use-stage';

/** What a screen reader is told while the run plays: what went wrong, what came twice, and how it ended. */
export const Spoken = memo(function Spoken({ view }: { readonly view: StageView }) {
  return <Heard>{spoken(view)}</Heard>;
});

function spoken({ trace, count, moving, ended, metrics }: StageView): string {
  if (moving) {
    const last = lastTold(trace, count);
    return last === -1 ? '' : describeAt(trace, last).words;
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

/** The place of the last step that is worth a word; read from the codes, since a run may be long. */
function lastTold({ codes }: Trace, count: number): number {
  for (let place = count - 1; place >= 0; place -= 1) {
    const kind = codes.kind[place] as number;
    if (CODES.has(kind) || (kind === KIND.applied && (codes.value[place] as number) > 1)) return place;
  }
  return -1;
}
