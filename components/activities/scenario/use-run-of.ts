'use client';
import { useEffect, useRef, useState } from 'react';
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import type { Trace } from '@/lib/sim/trace';
import { openRuns } from '@/lib/store/playground';

type Runs = Awaited<ReturnType<typeof openRuns>>;

interface RunOf {
  /** The last one that was computed: it stays while the next one is. Null before the first. */
  readonly trace: Trace | null;
  /** Why there is none; null where there is, or will be. */
  readonly failed: string | null;
}

/** The run that a scenario stands for. */
export function useRunOf(scenario: Scenario | null, commands: readonly Command[] | null): RunOf {
  const runs = useRef<Promise<Runs> | null>(null);
  const [result, setResult] = useState<RunOf>({ trace: null, failed: null });
  useEffect(() => {
    if (scenario === null || commands === null) return;
    let left = false;
    const compute = async () => {
      runs.current ??= openRuns();
      const { trace } = await (await runs.current).run(scenario, commands);
      if (!left) setResult({ trace, failed: null });
    };
    compute().catch((error: unknown) => {
      // One that gave way to a newer one has left already.
      if (!left) setResult({ trace: null, failed: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      left = true;
    };
  }, [scenario, commands]);
  useEffect(
    () => () => {
      runs.current?.then(
        (opened) => opened.end(),
        () => undefined,
      );
      runs.current = null;
    },
    [],
  );
  return result;
}
