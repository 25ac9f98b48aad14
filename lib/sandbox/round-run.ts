// One round of a learner's program, alive: it stands where the answers so far have brought it, and goes on from there.
import type { QuickJSWASMModule } from 'quickjs-emscripten-core';
import { typeOf } from '@/lib/sim/event';
import type { Call, Reply, Seen, Turn } from '@/lib/sim/process/process';
import { ProcessStopped } from '@/lib/sim/process/process-fault';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { eventOf } from '@/lib/sim/tell/minted';
import type { Guard } from './guard';
import { GuestContext, stoppedBy } from './guest-context';
import { callOf, lineIn } from './guest-words';

type Answer = Extract<Seen, { readonly call: number }>;

/** Whoever made it ends it. It throws `ProcessStopped` where nobody can go on with the program. */
export class RoundRun {
  readonly history: Seen[] = [];
  readonly #guest: GuestContext;
  readonly #guard: Guard;
  readonly #scenario: Scenario;
  readonly #shown = new Set<number>();
  readonly #calls: Call[] = [];
  readonly #lines: number[] = [];
  readonly #answered = new Set<number>();
  #line = 0;

  constructor(quickJs: QuickJSWASMModule, guard: Guard, stack: number, scenario: Scenario) {
    this.#guard = guard;
    this.#scenario = scenario;
    guard.begin();
    this.#guest = new GuestContext(quickJs, guard, stack);
  }

  /** Begins a relay's round, or a consumer's with its message. */
  begin(code: string, first: Seen | undefined): void {
    const message = first !== undefined && 'message' in first ? first : null;
    if (message !== null) {
      this.history.push(message);
      this.#show(message.message);
    }
    const round = this.#guest.load(code);
    this.#guest.call('start', round, message?.message ?? 0, message?.redelivered ?? false);
    this.#read();
  }

  /** Gives the answer to a call. */
  see(answer: Answer): void {
    const { call, reply } = answer;
    this.#guard.begin();
    this.history.push(answer);
    this.#answered.add(call);
    this.#line = this.#lines[call] ?? 0;
    if (reply.ok) for (const event of reply.events ?? []) this.#show(event);
    this.#guest.call('answer', call, ...wordsOf(reply));
    this.#read();
  }

  turn(): Turn {
    const ended = this.#guest.text('ended');
    const error = ended === 'error' ? this.#guest.text('endWords') : null;
    const waiting = this.#calls.findLastIndex((_, call) => !this.#answered.has(call));
    if (ended === 'open' && waiting < 0)
      throw new ProcessStopped(WAITS, { line: this.#line || null, endless: true });
    const line = (error === null ? 0 : this.#lineOfEnd()) || (this.#lines[waiting] ?? this.#line);
    return {
      calls: [...this.#calls],
      done: ended !== 'open',
      ...(error !== null && { error }),
      ...(line > 0 && { line }),
      lines: [...this.#lines],
    };
  }

  end(): void {
    this.#guest.dispose();
  }

  /** What followed from the last answer. */
  #read(): void {
    this.#guest.settle();
    const reason = this.#guard.stopped();
    if (reason !== null) throw new ProcessStopped(reason, { line: this.#lineOfEnd(), endless: true });
    const mistake = this.#guest.text('mistake');
    if (mistake !== '') throw new ProcessStopped(mistake, { line: this.#lineOfEnd() });
    if (this.#guest.text('ended') === 'bug')
      throw stoppedBy(null, this.#guest.text('endWords'), this.#lineOfEnd());
    const asked = this.#guest.number('asked');
    for (let call = this.#calls.length; call < asked; call += 1) {
      this.#calls.push(callOf(this.#guest.text('what', call)));
      this.#lines.push(lineIn(this.#guest.text('stackOf', call)) ?? this.#line);
    }
  }

  /** An event's row, before the first answer that shows it. */
  #show(event: number): void {
    if (this.#shown.has(event)) return;
    this.#shown.add(event);
    const { id, order, total } = eventOf(this.#scenario, event);
    const { orders, aggregates } = this.#scenario.workload;
    const version = Math.floor((event - 1) / Math.max(1, Math.min(aggregates, orders))) + 1;
    const type = typeOf(version).name;
    this.#guest.call('row', event, id, order, type, total);
  }

  #lineOfEnd(): number {
    return lineIn(this.#guest.text('stack')) ?? this.#line;
  }
}

const WAITS = 'It waits for something that nobody will ever tell it: none of its calls is open.';

/** The kind of an answer, and its value, as the guest reads them. */
function wordsOf(reply: Reply): readonly [kind: string, value: string] {
  if (!reply.ok) return [reply.why, ''];
  if (reply.events !== undefined) return ['events', reply.events.join()];
  return reply.isNew === undefined ? ['done', ''] : ['isNew', String(reply.isNew)];
}
