import { expect, test } from 'vitest';
import { open } from './activity-fixture';
import type { AnswerHistory } from './history';

test('what is typed is saved as it is typed, and the start is not worth saving', () => {
  const { store, saved } = open();
  store.type('mine');
  expect(saved.draft).toBe('mine');
  store.type('start');
  expect(saved.draft).toBeNull();
});

test('a draft comes back', () => {
  const { store, now } = open({}, { draft: 'mine' });
  store.restore();
  expect(now().text).toBe('mine');
});

test('what was typed before the draft could be looked for stays, and the draft can be brought back', () => {
  const { store, now } = open({}, { draft: 'earlier' });
  store.type('typed early');
  store.restore();
  expect(now().text).toBe('typed early');
  store.bringBack();
  expect(now().text).toBe('earlier');
});

test('resetting asks nothing and loses nothing', () => {
  const { store, now, saved } = open();
  store.type('mine');
  store.reset();
  expect(now().text).toBe('start');
  expect(saved.draft).toBeNull();
  store.bringBack();
  expect(now().text).toBe('mine');
  expect(saved.draft).toBe('mine');
  expect(now().aside).toBeNull();
});

test('taking the solution can be undone, and what was written since is not lost either', async () => {
  const { store, now } = open();
  store.type('mine');
  await store.check();
  store.takeSolution();
  expect(now().text).toBe('good');
  store.type('good, and mine');
  store.bringBack();
  expect(now().text).toBe('mine');
  store.bringBack();
  expect(now().text).toBe('good, and mine');
});

test('another tab’s text is taken over, but never under the fingers of someone who writes', () => {
  const { store, now, otherTab } = open();
  store.restore();
  otherTab()?.draft('from there');
  expect(now().text).toBe('from there');
  store.setFocused(true);
  otherTab()?.draft('from there again');
  expect(now().text).toBe('from there');
});

test('what was written before two replacements comes back first, not what the first of them put there', async () => {
  const { store, now } = open();
  store.type('mine');
  store.reset();
  store.interest();
  await expect.poll(() => now().material).not.toBeNull();
  store.takeSolution();
  store.bringBack();
  expect(now().text).toBe('mine');
});

test('a reset is in the history as well, for whoever comes back after the page was closed', () => {
  const { store, saved } = open();
  store.type('mine');
  store.reset();
  expect(saved.history).toEqual([{ why: 'reset', text: 'mine', at: 1000 }]);
});

test('help puts another sheet in place, which need not be kept, and what was written can be brought back', async () => {
  const { store, now } = open();
  store.type('mine');
  await store.help('empty');
  expect(now().text).toBe('# Do it.\n');
  await store.help('worked');
  expect(now().text).toBe('good');
  expect(now().history).toEqual([{ why: 'help', text: 'mine', at: 1000 }]);
  store.bringBack();
  expect(now().text).toBe('mine');
});

test('help of the size with which the activity begins is what its author wrote', async () => {
  const { store, now } = open();
  store.type('mine');
  await store.help('blanks');
  expect(now().text).toBe('start');
  expect(now().aside).toEqual({ by: 'help', text: 'mine' });
});

test('help that could not be loaded leaves the text alone', async () => {
  const { store, now } = open({ load: () => Promise.reject(new TypeError('Failed to fetch')) });
  store.type('mine');
  await store.help('empty');
  expect(now().text).toBe('mine');
});

test('a draft of an earlier version of the lesson stays, and says so until the learner decides', () => {
  const { store, now, saved } = open({}, { draft: 'mine', version: 'v0' });
  store.restore();
  expect(now()).toMatchObject({ text: 'mine', changed: true });
  store.type('mine, and more');
  expect(now().changed).toBe(true);
  expect(saved.version).toBeNull();
  store.keepText();
  expect(now()).toMatchObject({ text: 'mine, and more', changed: false });
  expect(saved.version).toBe('v1');
});

test('whoever begins anew gets the lesson as it is now, and loses nothing', () => {
  const { store, now, saved } = open({}, { draft: 'mine', version: 'v0' });
  store.restore();
  store.reset();
  expect(now()).toMatchObject({ text: 'start', changed: false });
  expect(saved.version).toBeNull();
  expect(saved.history).toEqual([{ why: 'reset', text: 'mine', at: 1000 }]);
});

test('a draft of this version says nothing, nor does one of a page that kept no version', () => {
  for (const version of ['v1', null]) {
    const { store, now } = open({}, { draft: 'mine', version });
    store.restore();
    expect(now().changed).toBe(false);
  }
  const { store, saved } = open({}, { draft: 'mine' });
  store.restore();
  expect(saved.version).toBe('v1');
});

test('what is typed is kept with the version of the lesson that it was begun in', () => {
  const { store, saved } = open();
  store.type('mine');
  expect(saved.version).toBe('v1');
  store.reset();
  expect(saved.version).toBeNull();
});

test('another tab’s checks can be looked back at here', () => {
  const { store, now, otherTab } = open();
  store.restore();
  const theirs: AnswerHistory = [{ why: 'checked', text: 'there', at: 5, passed: false, toMend: 1 }];
  otherTab()?.history(theirs);
  expect(now().history).toEqual(theirs);
});
