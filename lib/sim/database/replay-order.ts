// Transactions that overlapped are replayed one after the other, in the order of their ends. So a row would get the
// number of its commit: where that is not the number of its insert, the replay gives it.
import { at } from '../columns';
import type { Scenario } from '../scenario/scenario';
import { KIND, type Step } from '../step';
import { hasOutbox, isPolled } from '../tell/sql-tables';
import type { Trace } from '../trace';

/** What is known of the order service at a place of the trace. */
export interface Service {
  /** The number that the database would give the next row. */
  row: number;
  /** Transactions that have begun and not ended, by their event; and the one that has nothing to do with orders. */
  readonly open: Set<number>;
  held: boolean;
  /** The number of each event's transaction, where they can overlap. */
  readonly xids: Map<number, number>;
}

export const serviceAtStart = (): Service => ({ row: 1, open: new Set(), held: false, xids: new Map() });

export function noticeService({ codes }: Trace, place: number, service: Service): void {
  const event = at(codes.event, place);
  switch (at(codes.kind, place)) {
    case KIND.began:
      service.xids.set(event, at(codes.value, place));
      service.open.add(event);
      break;
    case KIND.inserted:
      service.open.add(event);
      break;
    case KIND.committed:
    case KIND['rolled-back']:
    case KIND['service-crashed']:
      service.open.delete(event);
      break;
    case KIND['transaction-held']:
    case KIND['transaction-released']:
      service.held = at(codes.kind, place) === KIND['transaction-held'];
      break;
    default:
  }
}

/** What must run before a transaction, and right before its end, for its row to have the model's numbers. */
export function givenTo(
  step: Step,
  scenario: Scenario,
  service: Service,
): { readonly before: readonly string[]; readonly last: readonly string[] } {
  if (!(ENDS.includes(step.kind) && hasOutbox(scenario))) return { before: [], last: [] };
  const before =
    step.row === service.row
      ? []
      : [`SELECT setval(pg_get_serial_sequence('orders_outbox', 'id'), ${step.row}, false)`];
  service.row = step.row + 1;
  const xid = service.xids.get(step.event);
  const fenced = isPolled(scenario) && scenario.relays.cursor === 'xmin-fence' && xid !== undefined;
  const last = fenced ? [`UPDATE orders_outbox SET xid = '${xid}' WHERE id = ${step.row}`] : [];
  return { before, last };
}

const ENDS: readonly string[] = ['committed', 'rolled-back', 'service-crashed'];
