'use client';
import { Heard } from '@/components/workbench/heard';
import type { Step } from '@/lib/sim/step';
import { describeAt } from '@/lib/sim/tell/description';
import { stepsOf } from '@/lib/sim/trace';
import type { StageView } from './use-stage';

/** What a screen reader is told while the run plays: what went wrong, what came twice, and how it ended. */
export const Spoken = ({ view }: { readonly view: StageView }) => <Heard>{spoken(view)}</Heard>;

function spoken({ trace, count, moving, ended, metrics }: StageView): string {
  if (moving) {
    const last = stepsOf(trace).slice(0, count).findLastIndex(isTold);
    return last === -1 ? '' : describeAt(trace, last).words;
  }
  if (!ended || count === 0) return '';
  const { pending, delivered, redelivered, lost } = metrics;
  return `At the end: ${pending} rows pending, ${delivered} events delivered, ${redelivered} redelivered, ${lost} lost.`;
}

const isTold = (step: Step): boolean =>
  ['crashed', 'skipped', 'rolled-back', 'broker-down', 'broker-up', 'refused', 'dead-lettered'].includes(
    step.kind,
  ) ||
  (step.kind === 'applied' && step.value > 1);
