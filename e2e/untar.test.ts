import { describe, expect, it } from 'vitest';
import { type TarEntry, tar } from '@/lib/build/tar';
import { untar } from './untar';

const file = (path: string, text: string): TarEntry => ({ path, content: Buffer.from(text) });

const read = (archive: Uint8Array) =>
  [...untar(archive)].map(({ path, content }) => [path, Buffer.from(content).toString()]);

describe('the files of an archive', () => {
  it('come with their paths and contents, without the folders', () => {
    expect(
      read(tar([{ path: 'lib/', content: null }, file('lib/b.so', 'first'), file('a', 'second')])),
    ).toEqual([
      ['lib/b.so', 'first'],
      ['a', 'second'],
    ]);
  });
  it.each([0, 1, 511, 512, 513, 2000])('may hold %d bytes', (length) => {
    const text = 'x'.repeat(length);
    expect(read(tar([file('a', text), file('b', 'next')]))).toEqual([
      ['a', text],
      ['b', 'next'],
    ]);
  });
  it('must be whole', () => {
    expect(() => read(tar([file('a', 'x'.repeat(600))]).slice(0, 1024))).toThrow(
      'The archive ends in the middle of a file.',
    );
  });
});
