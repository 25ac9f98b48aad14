// Who an event is: what it was minted with, and what its transaction gave it.
import { mint, typeOf } from '@/lib/sim/event';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { envelope } from '@/lib/sim/tell/sql-orders';
import { orderOf } from '@/lib/sim/tell/words';
import { stepAt, type Trace } from '@/lib/sim/trace';

export interface Identity {
  readonly id: string;
  /** The order that it is about: its UUID, and its number from 1. */
  readonly aggregate: string;
  readonly order: number;
  /** Of its aggregate; null where its transaction rolls back. */
  readonly version: number | null;
  readonly type: string;
  readonly correlation: string;
  /** Its row in the outbox; null where it has none. */
  readonly row: number | null;
  /** As JSON. */
  readonly payload: string;
  readonly occurredAt: Millis | null;
}

/** The event whose life these places are. */
export function identityOf(trace: Trace, event: number, life: readonly number[]): Identity {
  const { seed, workload } = trace.scenario;
  const minted = mint(seed, event, workload.aggregates);
  const steps = life.map((place) => stepAt(trace, place));
  const written =
    steps.find(({ kind }) => kind === 'inserted') ?? steps.find(({ kind }) => kind === 'committed');
  const version = steps.find(({ kind, value }) => VERSIONED.includes(kind) && value > 0)?.value ?? null;
  // One that rolls back writes what would come in its turn.
  const turn = version ?? Math.ceil(event / workload.aggregates);
  const row = written?.row ?? 0;
  return {
    id: minted.id,
    aggregate: minted.order,
    order: orderOf({ event }, trace.scenario),
    version,
    type: typeOf(turn).name,
    correlation: minted.correlation,
    row: row === 0 || trace.scenario.publication === 'dual-write' ? null : row,
    payload: envelope(minted, turn),
    occurredAt: written?.at ?? null,
  };
}

const VERSIONED: readonly string[] = ['inserted', 'committed'];

/** The event that a row is about; null before there is such a row in the trace. */
export function eventOfRow({ codes, length }: Trace, row: number): number | null {
  const place = codes.row.indexOf(row);
  return place === -1 || place >= length ? null : (codes.event[place] ?? null);
}
