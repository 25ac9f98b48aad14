import { describe, expect, it } from 'vitest';
import { absolute } from './letters';

describe('where letters come from', () => {
  const sheet = 'https://a.test/base/_next/static/chunks/one.css';
  it('is meant from where the sheet stands', () => {
    expect(absolute('url("../media/plex.woff2") format("woff2")', sheet)).toBe(
      'url("https://a.test/base/_next/static/media/plex.woff2") format("woff2")',
    );
  });

  it('stays as it is where it is on the machine itself', () => {
    expect(absolute('local(Arial)', sheet)).toBe('local(Arial)');
  });
});
