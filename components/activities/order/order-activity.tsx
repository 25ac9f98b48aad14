'use client';
import { lazySurface } from '@/components/activities/lazy-surface';
import type { WorkbenchWords } from '@/components/workbench/words';
import { Workbench, type WorkbenchProps } from '@/components/workbench/workbench';

/** Pieces, and the order in which they work. */
export function OrderActivity(props: Omit<WorkbenchProps, 'words'>) {
  return <Workbench {...props} words={words} surface={OrderSurface} />;
}

const OrderSurface = lazySurface(() => import('./order-surface').then((module) => module.OrderSurface));

const words: WorkbenchWords = {
  answerTab: 'Put it in order',
  watch: null,
  editor: 'Your order, as YAML',
  becomes: null,
  parts: { one: 'piece', many: 'pieces', whole: 'your order' },
  passed: 'This order works, and what does not belong was left out.',
};
