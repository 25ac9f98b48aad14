// What can be done to a scenario, judged one command after the other. The schema has judged each by itself before.
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import { DEEDS } from './deeds';

/** A command as a text may write it: any of the keys, whatever it does. */
interface CommandKeys {
  readonly do: Command['do'];
  readonly relay?: number;
  readonly consumer?: string;
}

/** The first thing that is wrong with the commands, as a sentence; null where all can be done. */
export function whyImpossible(commands: readonly Command[], scenario: Scenario): string | null {
  for (const command of commands) {
    const why = keysOf(command) ?? whomOf(command, scenario);
    if (why !== null) return why;
  }
  return null;
}

function keysOf(command: CommandKeys): string | null {
  const { needs, may } = DEEDS[command.do];
  const missing = needs.find((key) => !Object.hasOwn(command, key));
  if (missing !== undefined) return `\`${command.do}\` lacks its \`${missing}\`.`;
  const stray = Object.keys(command).find((key) => !['at', 'do', ...needs, ...may].includes(key));
  return stray === undefined ? null : `\`${command.do}\` has no \`${stray}\`.`;
}

function whomOf({ relay, consumer }: CommandKeys, { consumers, relays }: Scenario): string | null {
  if (relay !== undefined && relay > relays.count) return `there is no relay ${relay}.`;
  return consumer === undefined || consumers.some(({ name }) => name === consumer)
    ? null
    : 'something is done to a consumer that is not there.';
}
