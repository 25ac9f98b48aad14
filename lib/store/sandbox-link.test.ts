import { afterEach, describe, expect, it, vi } from 'vitest';
import { createExplorer } from '@/lib/sim/explore/explore';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { runHere } from './run-here';
import { linkOf } from './sandbox-link';
import { createStage } from './stage';
import { computed } from './stage-fixture';

const scenario = scenarioOf({ workload: { orders: 1 }, consumers: [{ name: 'shipping', dedup: 'none' }] });

async function stageOf() {
  const stage = createStage(scenario, { simulate: runHere });
  await computed(stage);
  return stage;
}

afterEach(() => vi.doUnmock('@/lib/link/write-link'));

describe('a link that cannot be made', () => {
  it('of a schedule that was found says how to pass it on', async () => {
    const stage = await stageOf();
    const trace = createExplorer(scenario).advance(1_000_000)?.trace;
    if (!trace) throw new Error('Nothing broke.');
    stage.showTrace(trace, 'Two effects');
    await expect(linkOf(stage, [])).rejects.toThrow(
      'A schedule that the checker found cannot be put into a link yet. The link of the run it came from can: whoever opens it finds the schedule by checking every schedule.',
    );
    stage.show(1);
    expect(await linkOf(stage, [])).toMatch(/^#s=/);
  });

  it('because what makes links cannot be loaded says so', async () => {
    const stage = await stageOf();
    vi.doMock('@/lib/link/write-link', () => {
      throw new Error('Loading chunk 17 failed.');
    });
    await expect(linkOf(stage, [])).rejects.toThrow(
      'The link could not be made. See whether you are online, and try again.',
    );
  });
});
