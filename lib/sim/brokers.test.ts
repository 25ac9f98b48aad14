import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokers } from './brokers';
import { brokerSettings } from './brokers/settings';
import { storyOf } from './brokers/story-fixture';

const folders = readdirSync('lib/sim/brokers', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the brokers that there are', () => {
  it('are the folders, in both registries', () => {
    expect(Object.keys(brokers).sort()).toEqual(folders.sort());
    expect(Object.keys(brokerSettings).sort()).toEqual(folders.sort());
  });

  it.each(Object.entries(brokers))('%s bears the name of its folder', (name, broker) => {
    expect(broker.kind).toBe(name);
  });

  it.each(folders)('%s has its code, its tests and its rules', (name) => {
    const files = [`${name}.ts`, `${name}.test.ts`, 'README.md'];
    expect(files.filter((file) => !existsSync(`lib/sim/brokers/${name}/${file}`))).toEqual([]);
  });

  it('share no key: each says what it means once', () => {
    const keys = Object.values(brokerSettings).flatMap((settings) => Object.keys(settings));
    expect(keys).toEqual([...new Set(keys)]);
  });
});

it.each(Object.values(brokers))(
  '[R165] a replay leaves a step where something was kept: $kind',
  ({ kind }) => {
    const faults = [{ do: 'replay', at: { ms: 5000 } }] as const;
    const keeps = kind === 'kafka' || kind === 'redis-streams';
    expect(storyOf({ broker: { kind }, faults }, 'replayed')).toEqual(keeps ? ['shipping: replayed'] : []);
  },
);
