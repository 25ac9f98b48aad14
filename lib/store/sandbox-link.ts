// The address of what is shown.
import { whyImpossible } from '@/lib/link/commands';
import { presetHash, runHash } from '@/lib/link/hash';
import type { PresetMaterial } from '@/lib/sim/presets/preset';
import type { StageStore } from './stage';
import { wholeMicros } from './stage-branches';

const FOUND =
  'A schedule that the checker found cannot be put into a link yet. The link of the run it came from can: whoever opens it finds the schedule by checking every schedule.';

const NOT_LOADED = 'The link could not be made. See whether you are online, and try again.';

/** A preset to which nothing was done is known by its name. Rejects with words where no link can hold the run. */
export async function linkOf(stage: StageStore, presets: readonly PresetMaterial[]): Promise<string> {
  const { trace, time } = stage.state.getState();
  const { scenario } = trace;
  if (trace.path !== undefined) throw new Error(FOUND);
  // Nothing comes of what was done to somebody whom another scenario does not have.
  const commands = trace.commands.filter((command) => whyImpossible([command], scenario) === null);
  const preset = presets.find((one) => JSON.stringify(one.scenario) === JSON.stringify(scenario));
  if (preset !== undefined && commands.length === 0) return presetHash(preset.name);
  // Most who open a sandbox share nothing.
  const { writeLink } = await import('@/lib/link/write-link').catch((cause: unknown) => {
    throw new Error(NOT_LOADED, { cause });
  });
  const link = await writeLink({ scenario, commands, ...(time > 0 && { time: wholeMicros(time) }) });
  if (!link.ok) throw new Error(link.problems[0]?.message);
  return runHash(link.value);
}
