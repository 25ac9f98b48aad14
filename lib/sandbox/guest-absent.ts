// The part of the guest that says what is not here: no network, no clock, no chance, no code from text, nothing too long.

/** Runs within the guest, before the learner's text does. */
export const ABSENT = `// What is not here says so.
const give = (name, value) => defineProperty(globalThis, name, { value, writable: true, configurable: true });
const absent = (name, words) => {
  const nothing = function () { throw misuse(words); };
  defineProperty(nothing, 'name', { value: name });
  give(name, nothing);
  return nothing;
};
const NETWORK = ' is not here: a round reaches nothing but what it is given.';
const TIME = ' is not here: time is the model’s. A round that is over begins again by itself.';
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'require', 'importScripts']) absent(name, name + NETWORK);
for (const name of ['setTimeout', 'setInterval', 'setImmediate']) absent(name, name + TIME);
const noDate = absent('Date', 'Date is not here: a round that looks at the clock does something else each time. clock.now() is always the same.');
for (const name of ['now', 'parse', 'UTC']) defineProperty(noDate, name, { value: noDate });
defineProperty(Math, 'random', { value: absent('random', 'Math.random is not here: a round must do the same each time. crypto.randomUUID() makes ids.') });
delete globalThis.random;
delete globalThis.WeakRef;
delete globalThis.FinalizationRegistry;
delete globalThis.SharedArrayBuffer;
delete globalThis.Atomics;

// What takes no steps and yet no end: lists and texts that are too long for any round.
const MOST = 100000;
const { apply: applied } = Reflect;
const guarded = (owner, names, lengthOf) => {
  for (const name of names) {
    const own = owner[name];
    const method = function (...given) {
      if (lengthOf(this, given) > MOST) throw misuse(name + ' was asked for more than ' + MOST + ' entries or characters. No round needs so many: is there something that grows without end?');
      return applied(own, this, given);
    };
    defineProperty(method, 'name', { value: name });
    defineProperty(owner, name, { value: method, writable: true, configurable: true });
  }
};
const lengthOfList = (list) => (list == null ? 0 : list.length);
const NAMES = ['at', 'concat', 'copyWithin', 'every', 'fill', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flat', 'flatMap', 'forEach', 'includes', 'indexOf', 'join', 'lastIndexOf', 'map', 'pop', 'push', 'reduce', 'reduceRight', 'reverse', 'shift', 'slice', 'some', 'sort', 'splice', 'toReversed', 'toSorted', 'toLocaleString', 'toSpliced', 'toString', 'unshift', 'with'];
guarded(Array.prototype, NAMES, lengthOfList);
const longest = (list, others) => {
  let most = lengthOfList(list);
  for (let place = 0; place < others.length; place += 1) {
    const length = lengthOfList(others[place]);
    if (length > most) most = length;
  }
  return most;
};
const longestWithin = (list, depth) => {
  const entries = lengthOfList(list);
  let most = entries;
  if (entries > MOST || depth < 1) return entries;
  for (let place = 0; place < entries; place += 1) {
    const length = isArray(list[place]) ? longestWithin(list[place], depth - 1) : 0;
    if (length > most) most = length;
  }
  return most;
};
guarded(Array.prototype, ['concat'], longest);
guarded(Array.prototype, ['flat'], (list, [depth = 1]) => longestWithin(list, depth));
guarded(getPrototypeOf(Int8Array.prototype), NAMES.filter((name) => name in Int8Array.prototype), lengthOfList);
guarded(Array, ['from'], (_, [list]) => lengthOfList(list));
guarded(String.prototype, ['repeat'], (string, [count]) => string.length * count);
guarded(String.prototype, ['padStart', 'padEnd'], (_, [length]) => length);

// No code is made of text: neither by name nor by way of a constructor.
const noCode = function Function() { throw misuse('Code cannot be made of text here.'); };
absent('eval', 'Code cannot be made of text here.');
const kinds = [function () {}, async function () {}, function* () {}, async function* () {}];
for (const each of kinds)
  defineProperty(getPrototypeOf(each), 'constructor', { value: noCode, writable: false, configurable: false });
noCode.prototype = getPrototypeOf(kinds[0]);
give('Function', noCode);
`;
