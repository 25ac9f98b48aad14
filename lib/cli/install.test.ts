import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly version: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, Package>>;
}
interface Install {
  isRecent(version: string): boolean;
  matches(lock: Lock, installed: Lock): boolean;
}

const { isRecent, matches }: Install = createRequire(import.meta.url)('./install.cjs');

describe('the Node that is needed', () => {
  it.each(['20.19.0', '20.20.2', '21.0.0', '22.1.0', '26.0.0'])('%s will do', (version) => {
    expect(isRecent(version)).toBe(true);
  });
  it.each(['0.12.18', '8.17.0', '18.20.8', '20.18.3'])('%s is too old', (version) => {
    expect(isRecent(version)).toBe(false);
  });
});

describe('the lock file', () => {
  const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

  it('names what its packages bring along for every kind of machine; else `npm ci` refuses it', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          !(`node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('whether the dependencies are installed', () => {
  const root = { version: '0.1.0' };
  const react = { version: '19.3.1', integrity: 'sha512-a' };
  const forWindows = { version: '1.0.0', integrity: 'sha512-w', optional: true };
  const lock: Lock = { packages: { '': root, 'node_modules/react': react, 'node_modules/swc': forWindows } };

  it('is so when each is there, those for other machines aside', () => {
    expect(matches(lock, { packages: { 'node_modules/react': react } })).toBe(true);
  });
  it('is so with one too many', () => {
    expect(matches(lock, { packages: { 'node_modules/react': react, 'node_modules/extra': root } })).toBe(
      true,
    );
  });
  it('is not so when one is missing', () => {
    expect(matches(lock, { packages: { 'node_modules/swc': forWindows } })).toBe(false);
  });
  it('is not so when one has another version', () => {
    expect(matches(lock, { packages: { 'node_modules/react': { ...react, version: '18.0.0' } } })).toBe(
      false,
    );
  });
  it('is not so when one has another content', () => {
    expect(matches(lock, { packages: { 'node_modules/react': { ...react, integrity: 'sha512-b' } } })).toBe(
      false,
    );
  });
});
