import { type Endpoint, type Remote, wrap } from 'comlink';

/** It ran over a call's deadline; it broke, or never loaded; or we wanted it no more. */
export type KillReason = 'deadline' | 'died' | 'stopped';

/** The worker is gone, and with it every call that it had not answered. */
export class WorkerKilled extends Error {
  override readonly name = 'WorkerKilled';
  readonly reason: KillReason;

  constructor(reason: KillReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** What a process needs of a worker: the browser's own has it. */
export type WorkerLike = Endpoint & { terminate(): void };

/** A worker and the service that it exposes. Once killed it stays so: make another. */
export class WorkerProcess<Service> {
  readonly #worker: WorkerLike;
  readonly #service: Remote<Service>;
  readonly #pending = new Set<(killed: WorkerKilled) => void>();
  #killed: WorkerKilled | null = null;

  constructor(worker: WorkerLike) {
    this.#worker = worker;
    this.#service = wrap<Service>(worker);
    worker.addEventListener('error', (event) => this.#kill('died', messageOf(event)));
    worker.addEventListener('messageerror', () => this.#kill('died', 'An answer could not be read.'));
  }

  /** Rejects with `WorkerKilled` if the worker ends first; if `deadlineMs` pass first, the worker is ended. Null: never. */
  call<Answer extends Promise<unknown>>(
    use: (service: Remote<Service>) => Answer,
    deadlineMs: number | null,
  ): Promise<Awaited<Answer>> {
    if (this.#killed !== null) return Promise.reject(this.#killed);
    return new Promise((resolve, reject) => {
      const overdue = () => this.#kill('deadline', `No answer within ${deadlineMs} ms.`);
      const timer = deadlineMs === null ? undefined : setTimeout(overdue, deadlineMs);
      const end = (settle: () => void) => {
        clearTimeout(timer);
        this.#pending.delete(abandon);
        settle();
      };
      const abandon = (killed: WorkerKilled) => end(() => reject(killed));
      this.#pending.add(abandon);
      use(this.#service).then(
        (value) => end(() => resolve(value as Awaited<Answer>)),
        (error: unknown) => end(() => reject(error)),
      );
    });
  }

  stop(): void {
    this.#kill('stopped', 'The worker was stopped.');
  }

  #kill(reason: KillReason, message: string): void {
    if (this.#killed !== null) return;
    this.#killed = new WorkerKilled(reason, message);
    this.#worker.terminate();
    for (const abandon of this.#pending) abandon(this.#killed);
  }
}

/** A script that did not load or parse says nothing of why; the browser's console does. */
const messageOf = (event: Event): string =>
  'message' in event && typeof event.message === 'string' && event.message !== ''
    ? event.message
    : 'The worker could not be loaded.';
