// What came of a run, for whoever meant to bring something else about.
import { plural } from '@/lib/shared/count-words';
import type { Crash } from '@/lib/sim/look/run-figures';
import type { RunOutcome } from '@/lib/sim/look/run-outcome';
import type { Command, Fault } from '@/lib/sim/scenario/scenario';
import type { StepKind } from '@/lib/sim/step';

/** All that somebody does to a run. */
export type Doing = Fault | Command;

/** In a few sentences: what hit nothing, where it crashed, and which mishap came of it. */
export function happenedInWords(outcome: RunOutcome, doings: readonly Doing[]): string {
  const missed = unmet(outcome, doings);
  const harmless = outcome.crashes.flatMap(harmlessCrash);
  if (outcome.unfinished) return [...missed, 'The run came to no end.'].join(' ');
  return [...missed, ...[...new Set(harmless)], mishapsInWords(outcome)].join(' ');
}

/** The steps that a crash leaves. */
const STRIKES: { readonly [name: string]: { readonly step: StepKind; readonly at: string } } = {
  'crash-service': { step: 'service-crashed', at: 'the service had no order in hand at that moment' },
  'crash-relay': { step: 'crashed', at: 'no relay that it could have hit was at work' },
  'arm-crash': { step: 'crashed', at: 'the relay published nothing after it' },
  'crash-consumer': { step: 'consumer-crashed', at: 'no consumer that it could have hit was up' },
};

/** What waited for a step that never came, and crashes that hit nobody. */
function unmet({ kinds }: RunOutcome, doings: readonly Doing[]): readonly string[] {
  const waiting = doings.flatMap((doing) => {
    const at = 'at' in doing && typeof doing.at === 'object' ? doing.at : null;
    if (at === null || !('step' in at)) return [];
    const times = kinds[at.step as StepKind] ?? 0;
    const seen = times === 0 ? 'never happened' : `happened ${timesInWords(times)}`;
    return times >= at.occurrence ? [] : [`\`${at.step}\` ${seen}, so \`${doing.do}\` never came.`];
  });
  if (waiting.length > 0) return waiting;
  return Object.entries(STRIKES).flatMap(([name, { step, at }]) =>
    doings.some((doing) => doing.do === name) && (kinds[step] ?? 0) === 0
      ? [`\`${name}\` hit nothing: ${at}.`]
      : [],
  );
}

const timesInWords = (times: number): string => ['never', 'once', 'twice'][times] ?? `${times} times`;

/** A crash of the service that tore nothing apart. */
function harmlessCrash({ kind, value }: Crash): readonly string[] {
  return kind === 'service-crashed' && value === 0
    ? ['The service crashed before either write would last: no order, and no event.']
    : [];
}

function mishapsInWords({ mishaps: { lost, ghost, duplicate, reordered } }: RunOutcome): string {
  const words = [
    ...(lost > 0 ? [`${plural(lost, 'event')} got lost`] : []),
    ...(ghost > 0 ? [`${plural(ghost, 'event')} told of an order that is not there`] : []),
    ...(duplicate > 0 ? [`${plural(duplicate, 'effect')} came twice`] : []),
    ...(reordered > 0 ? [`${plural(reordered, 'event')} came after a later one`] : []),
  ];
  if (words.length === 0) return 'Every event that was committed reached everyone, once and in order.';
  const sentence = words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
  return `In this run ${sentence}.`;
}
