// What a fault must say, by what it does, and whom it may name.
import { suggest } from '@/lib/shared/suggest';
import type { Scenario } from './scenario';
import type { Finding } from './scenario-check';
import { FAULT_KEYS } from './scenario-schema/faults';

/** A fault as a file may write it: any of the keys, whatever it does. */
interface FaultKeys {
  readonly do: keyof typeof FAULT_KEYS;
  readonly at?: { readonly step?: string; readonly occurrence?: number; readonly ms?: number };
  readonly from?: number;
  readonly to?: number;
  readonly factor?: number;
  readonly ms?: number;
  readonly relay?: number;
  readonly consumer?: string;
}

type Saying = Pick<Finding, 'code' | 'message' | 'hint'>;

/** Keys that are missing, keys that nobody would read, and moments and spans that make no sense. */
export const checkFaults = (scenario: Scenario): readonly Finding[] =>
  scenario.faults.flatMap((given, index): readonly Finding[] => {
    const fault: FaultKeys = given;
    const path = ['faults', index];
    return [
      ...missingFrom(fault).map((saying) => ({ ...saying, path })),
      ...strayIn(fault).map((key) => ({ ...stray(fault, key), path: [...path, key], part: 'key' as const })),
      ...(isMoment(fault.at) ? [] : [{ ...momentless, path: [...path, 'at'] }]),
      ...(endsTooSoon(fault) ? [{ ...neverHappens(fault), path: [...path, 'to'] }] : []),
    ];
  });

/** Relays, consumers and connectors that are meant, but do not exist. */
export function checkFaultTargets({ faults, consumers, relays, publication }: Scenario): readonly Finding[] {
  const names = consumers.map(({ name }) => name);
  const count = publication === 'cdc' ? 1 : relays.count;
  return faults.flatMap((given, index): readonly Finding[] => {
    const fault: FaultKeys = given;
    const may: readonly string[] = FAULT_KEYS[fault.do].may;
    const findings: Finding[] = [];
    if (fault.do === 'connector-stopped' && publication !== 'cdc')
      findings.push({ ...connectorless(publication), path: ['faults', index, 'do'] });
    if (may.includes('consumer') && fault.consumer !== undefined && !names.includes(fault.consumer))
      findings.push({ ...consumerUnknown(fault.consumer, names), path: ['faults', index, 'consumer'] });
    if (may.includes('relay') && fault.relay !== undefined && fault.relay > count)
      findings.push({ ...relayUnknown(fault.relay, count), path: ['faults', index, 'relay'] });
    return findings;
  });
}

function missingFrom(fault: FaultKeys): readonly Saying[] {
  const lacks = (key: string) =>
    FAULT_KEYS[fault.do].needs.some((needed) => needed === key) && !(key in fault);
  const sayings: Saying[] = [];
  if (lacks('at')) sayings.push({ code: 'S101', message: `\`${fault.do}\` does not say when.`, hint: AT });
  if (lacks('from') || lacks('to'))
    sayings.push({
      code: 'S102',
      message: `\`${fault.do}\` does not say from when to when.`,
      hint: 'Write `from` and `to`, in milliseconds.',
    });
  if (lacks('factor'))
    sayings.push({
      code: 'S105',
      message: `\`${fault.do}\` does not say how much slower.`,
      hint: 'Add `factor: 10` for one that takes ten times as long.',
    });
  if (lacks('ms'))
    sayings.push({
      code: 'S105',
      message: `\`${fault.do}\` does not say by how much.`,
      hint: 'Add `ms: 2000` for a clock that is ahead, `ms: -2000` for one that is behind.',
    });
  return sayings;
}

const AT = 'Write `at: { step: published, occurrence: 1 }` or `at: { ms: 2000 }`.';

const momentless: Saying = {
  code: 'S107',
  message: '`at` must say one of two things: right after which step, or at what time.',
  hint: AT,
};

const keysOf = (fault: FaultKeys): readonly string[] => [
  ...FAULT_KEYS[fault.do].needs,
  ...FAULT_KEYS[fault.do].may,
];

const strayIn = (fault: FaultKeys): readonly string[] =>
  Object.keys(fault).filter((key) => key !== 'do' && !keysOf(fault).includes(key));

const stray = (fault: FaultKeys, key: string): Saying => ({
  code: 'S106',
  message: `\`${key}\` says nothing about \`${fault.do}\`, so nothing would come of it.`,
  hint: `Remove it. What \`${fault.do}\` reads: ${keysOf(fault)
    .map((name) => `\`${name}\``)
    .join(', ')}.`,
});

/** A step, perhaps with its occurrence, or a time alone. */
const isMoment = (at: FaultKeys['at']): boolean =>
  at === undefined ||
  (at.ms === undefined ? at.step !== undefined : at.step === undefined && at.occurrence === undefined);

const endsTooSoon = ({ from, to }: FaultKeys): boolean =>
  from !== undefined && to !== undefined && to <= from;

const neverHappens = (fault: FaultKeys): Saying => ({
  code: 'S103',
  message: `\`${fault.do}\` begins at ${fault.from} and is over at ${fault.to}, so it would never happen.`,
  hint: 'Let `to` be later than `from`.',
});

const consumerUnknown = (name: string, names: readonly string[]): Saying => ({
  code: 'S108',
  message: `No consumer is called \`${name}\`.`,
  hint: suggest(name, [...new Set(names)]),
});

const relayUnknown = (relay: number, count: number): Saying => ({
  code: 'S109',
  message: `There is no relay ${relay}.`,
  hint: count === 1 ? 'There is one, number 1.' : `They are numbered from 1 to ${count}.`,
});

const connectorless = (publication: string): Saying => ({
  code: 'S115',
  message: `With \`publication: ${publication}\` there is no connector that could be stopped.`,
  hint: 'Write `publication: cdc`, or remove the fault.',
});
