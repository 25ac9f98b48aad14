import { describe, expect, it } from 'vitest';
import { complete } from '@/lib/sim/scenario/scenario-defaults';
import { scenarioSchema } from '@/lib/sim/scenario/scenario-schema';
import { type Field, fieldsOf, isChanged, listFrom, listWords, valueAt } from './field';

const fields = fieldsOf(scenarioSchema, []);
const section = (key: string): readonly Field[] => {
  const found = fields.find((field) => field.key === key);
  if (found?.as !== 'section') throw new Error(`${key} is no section.`);
  return found.fields;
};

describe('the fields of a scenario', () => {
  it('follow from the schema, one for each key', () => {
    expect(fields.map(({ key, as }) => `${key}: ${as}`)).toEqual([
      'seed: number',
      'pace: number',
      'workload: section',
      'publication: choice',
      'relays: section',
      'broker: section',
      'consumers: words',
      'faults: words',
      'budgets: section',
      'invariants: names',
    ]);
  });

  it('know their limits, their choices and what stands where nothing is said', () => {
    expect(section('workload').find(({ key }) => key === 'orders')).toMatchObject({
      as: 'number',
      path: ['workload', 'orders'],
      least: 0,
      whole: true,
      usual: 3,
    });
    expect(section('relays').find(({ key }) => key === 'claim')).toMatchObject({
      as: 'choice',
      names: ['none', 'skip-locked', 'lease', 'head-of-key'],
    });
    expect(section('relays').find(({ key }) => key === 'poison')).toMatchObject({ as: 'numbers' });
  });

  it('are told apart from what is usual', () => {
    const scenario = complete({ seed: 1, workload: { orders: 9 } });
    const [orders, aggregates] = section('workload') as [Field, Field];
    expect(isChanged(orders, valueAt(scenario, orders.path))).toBe(true);
    expect(isChanged(aggregates, valueAt(scenario, aggregates.path))).toBe(false);
  });

  it('have no value where there is no such part', () => {
    expect(valueAt({ seed: 1 }, ['workload', 'orders'])).toBeUndefined();
  });
});

describe('a list in one line', () => {
  it.each([
    ['1, 3', 'numbers', [1, 3]],
    [' 2  4 ', 'numbers', [2, 4]],
    ['', 'numbers', []],
    ['1, two', 'numbers', null],
    ['0', 'numbers', null],
    ['order.*, #', 'words', ['order.*', '#']],
  ] as const)('%j as %s', (typed, as, list) => {
    expect(listFrom(typed, as)).toEqual(list);
  });

  it('is written as it is read', () => {
    expect(listWords([1, 3])).toBe('1, 3');
  });
});
