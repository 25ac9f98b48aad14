// A run as the JSON of a link: `[scenario, [[at, deed, rest], …], time]`, in which words and deeds are known by their
// places in lists of them.
import type { Json } from '@/lib/shared/json';
import type { Command } from '@/lib/sim/scenario/scenario';
import { differenceOf } from '@/lib/sim/scenario/scenario-difference';
import { DEEDS } from './deeds';
import type { SharedRun } from './run';
import { inBrief, inFull } from './vocabulary';

const NAMES: readonly string[] = Object.keys(DEEDS);

/** What is not said stands at the end, and is left out. */
export function rowsOf({ scenario, commands, time }: SharedRun): Json {
  const least = differenceOf(scenario);
  if (time !== undefined) return inBrief([least, commands.map(rowOf), time]);
  return inBrief(commands.length === 0 ? [least] : [least, commands.map(rowOf)]);
}

const rowOf = ({ at, do: deed, ...rest }: Command): Json => {
  const place = NAMES.indexOf(deed);
  return Object.keys(rest).length === 0 ? [at, place] : [at, place, rest];
};

/** The value that rows stand for, still to be judged; null where they are none. */
export function runOf(brief: Json): Json | null {
  const rows = inFull(brief);
  if (!isList(rows) || rows.length === 0 || rows.length > 3) return null;
  const [scenario = null, commands = [], time] = rows;
  if (!isList(commands)) return null;
  return { scenario, commands: commands.map(commandOf), ...(time !== undefined && { time }) };
}

/** What is no row stays as it is, and will be refused. */
function commandOf(row: Json): Json {
  if (!isList(row)) return row;
  const [at = null, place = null, rest = {}, ...more] = row;
  if (!isMap(rest) || more.length > 0) return row;
  return { ...rest, at, do: NAMES[Number(place)] ?? place };
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isMap = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !isList(value);
