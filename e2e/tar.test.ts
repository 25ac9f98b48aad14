import { describe, expect, it } from 'vitest';
import { filesOf } from './tar';

const header = (name: string, size: number, type = '0', prefix = ''): Buffer => {
  const block = Buffer.alloc(512);
  block.write(name, 0);
  block.write(size.toString(8).padStart(11, '0'), 124);
  block.write(type, 156);
  block.write('ustar', 257);
  block.write(prefix, 345);
  return block;
};
const file = (name: string, content: string, prefix = ''): Buffer => {
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header(name, content.length, '0', prefix), body]);
};
const end = Buffer.alloc(1024);

const read = (...parts: readonly Buffer[]) =>
  [...filesOf(Buffer.concat(parts))].map(({ path, content }) => [path, content.toString()]);

describe('the files of an archive', () => {
  it('come with their paths and contents', () => {
    expect(read(file('a', 'first'), file('lib/b.so', 'x'.repeat(600)), end)).toEqual([
      ['a', 'first'],
      ['lib/b.so', 'x'.repeat(600)],
    ]);
  });
  it('may be empty, or fill their blocks', () => {
    expect(read(file('a', ''), file('b', 'x'.repeat(512)), end)).toEqual([
      ['a', ''],
      ['b', 'x'.repeat(512)],
    ]);
  });
  it('may stand under a long path', () => {
    expect(read(file('b', '1', 'very/long'), end)).toEqual([['very/long/b', '1']]);
  });
  it('do not include folders', () => {
    expect(read(header('lib/', 0, '5'), file('lib/a', '1'), end)).toEqual([['lib/a', '1']]);
  });
  it('must be whole', () => {
    expect(() => read(header('a', 600), Buffer.alloc(512))).toThrow(
      'The archive ends in the middle of a file.',
    );
  });
});
