import type { ProcessKind } from '@/lib/sim/process/process-fault';

/** How a round of each role begins. */
export const EXAMPLES: { readonly [Role in ProcessKind]: string } = {
  relay: 'export default async function relay({ outbox, broker }) {',
  consumer: 'export default async function consume(message, { db, inbox, broker }) {',
};
