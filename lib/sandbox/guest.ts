// What stands in a run before the learner's text does: the little API, and words for what is not here. This text runs
// inside of QuickJS. It calls nothing of the host: the host looks at what was asked, and gives the answers.

import { ABSENT } from './guest-absent';
import { IDS } from './guest-ids';

/** The name that the learner's text goes by in a stack. */
export const ANSWER = 'answer';

/**
 * A script whose value is the run's controller. All that it needs later it takes now, before anybody can change it;
 * whoever changes the rest changes it for nobody but themselves.
 */
export const GUEST = `(function () {
'use strict';
const { create, defineProperty, freeze, getPrototypeOf, keys } = Object;
const { isInteger } = Number;
const { isArray } = Array;
const text = String;
const P = Promise;
const E = Error;
const bugs = [TypeError, ReferenceError, RangeError, SyntaxError, EvalError, URIError, InternalError];

// Each call that was asked: what the host reads of it, and the two functions that answer it.
const calls = create(null);
let asked = 0;
let mistake = null;
let ended = null;
let inTransaction = false;
let made = 0;

class Misuse extends E {}
const known = (name) => class extends E { get name() { return name; } };
const Refused = known('Refused');
const Returned = known('Returned');
const Conflict = known('Conflict');
const REFUSED = 'The broker could not be reached: nobody knows whether it has the message.';
const RETURNED = 'The broker said no: it gave the message back.';
const CONFLICT = 'Another consumer has committed this id first: nothing of the transaction is left.';

/** Something that no run can go on with. It stays so, whoever catches it. */
const misuse = (words) => {
  const error = new Misuse(words);
  mistake ??= { words, stack: text(error.stack) };
  return error;
};

const ask = (what, reads) => new P((resolve, reject) => {
  calls[asked] = { what, stack: text(new E().stack), resolve, reject, reads };
  asked += 1;
});

const rows = create(null);
const eventOf = create(null);
const isRecord = (value) => typeof value === 'object' && value !== null;

const isSame = (given, own) => {
  const names = keys(own);
  if (!isRecord(given) || keys(given).length !== names.length) return false;
  for (let place = 0; place < names.length; place += 1)
    if (given[names[place]] !== own[names[place]]) return false;
  return true;
};

const publish = (message) => {
  const row = isRecord(message) ? rows[message.id] ?? rows[eventOf[message.eventId]] : undefined;
  if (row === undefined)
    throw misuse('broker.publish takes a row that outbox.pending gave you in this round, or a copy of it.');
  if (message.type !== row.type || message.aggregateId !== row.aggregateId)
    throw misuse('broker.publish: leave type and aggregateId as the row has them, for the broker routes by them.');
  if (!isSame(message.payload, row.payload))
    throw misuse('broker.publish: send the payload as the row has it. A relay passes the event on, and neither leaves anything out nor changes it.');
  return ask('publish ' + row.id + (message.eventId === row.eventId ? '' : ' fresh'));
};

const flat = (list, into) => {
  for (let place = 0; place < list.length; place += 1)
    if (isArray(list[place])) flat(list[place], into); else into[into.length++] = list[place];
  return into;
};

const mark = (...ids) => {
  const all = flat(ids, { __proto__: null, length: 0 });
  let what = 'mark';
  for (let place = 0; place < all.length; place += 1) {
    if (!isInteger(all[place]) || rows[all[place]] === undefined)
      throw misuse('outbox.mark takes ids of rows that outbox.pending gave you in this round, such as row.id.');
    what += ' ' + all[place];
  }
  return ask(what, (events) => events.length);
};

const pending = (limit = 10) => {
  if (!isInteger(limit) || limit < 0 || limit > 10000)
    throw misuse('outbox.pending takes how many rows you want at most: a whole number up to 10,000.');
  return ask('pending ' + limit, (events) => {
    const found = [];
    for (let place = 0; place < events.length; place += 1)
      defineProperty(found, place, { value: copied(rows[events[place]]), writable: true, enumerable: true, configurable: true });
    return found;
  });
};

const copied = (row) => ({ ...row, payload: { ...row.payload } });

${IDS}
let message = null;

const isOwn = (value) => isRecord(value) && value.id === message.id;

const record = (id) => {
  if (typeof id !== 'string') throw misuse('inbox.record takes an id, as text: message.id.');
  const wrong = mistakeIn(id, message);
  if (wrong !== null) throw misuse(wrong);
  return ask(isOwnId(id, message) ? 'record' : 'record fresh', (isNew) => isNew);
};

const apply = (value) => {
  if (!isRecord(value) || value.aggregateId !== message.aggregateId)
    throw misuse('db.apply takes the message whose effect it is to make.');
  return ask('effect');
};

const transaction = async (work) => {
  if (typeof work !== 'function') throw misuse('db.transaction takes a function: await db.transaction(async () => { … }).');
  if (inTransaction) throw misuse('db.transaction: one is open already, and a consumer has one connection.');
  inTransaction = true;
  try {
    await ask('begin');
    let result;
    try {
      result = await work();
    } catch (error) {
      await ask('rollback');
      throw error;
    }
    await ask('commit');
    return result;
  } finally {
    inTransaction = false;
  }
};

const ack = (value) => {
  if (!isOwn(value)) throw misuse('broker.ack takes the message that this round is about.');
  return ask('ack');
};

const NOW = '2026-01-05T09:00:00.000Z';
const clock = freeze({ now: () => varying(NOW) });
const relayApi = () => freeze({ outbox: freeze({ pending, mark }), broker: freeze({ publish }), clock });
const consumerApi = () =>
  freeze({ db: freeze({ transaction, apply }), inbox: freeze({ record }), broker: freeze({ ack }), clock });

${ABSENT}
const silent = () => {};
give('console', { log: silent, info: silent, warn: silent, error: silent, debug: silent });
give('crypto', freeze({
  randomUUID() {
    made += 1;
    return varying('00000000-0000-4000-8000-' + ('000000000000' + made).slice(-12));
  },
}));
give('Refused', Refused);
give('Returned', Returned);
give('Conflict', Conflict);

const wordsOf = (error) => {
  if (!isRecord(error)) return text(error);
  const name = text(error.name);
  return error.message === '' ? name : name + ': ' + text(error.message);
};

const isBug = (error) => {
  for (let at = error; isRecord(at); at = getPrototypeOf(at))
    for (let place = 0; place < bugs.length; place += 1) if (at === bugs[place].prototype) return true;
  return false;
};

/** How a round ended that threw something. */
const fail = (error) => {
  ended = { words: 'An error that cannot be read.', stack: '', bug: isBug(error) };
  const stack = isRecord(error) && typeof error.stack === 'string' ? error.stack : '';
  ended = { words: wordsOf(error), stack, bug: ended.bug };
};

const then = P.prototype.then;
const call = silent.call;
const follow = call.bind(then);

return {
  /** A row that may be shown, or the message that the round is about. */
  row(id, eventId, aggregateId, type, total) {
    rows[id] = {
      id, eventId, aggregateId, type, payload: { eventId, orderId: aggregateId, total }, occurredAt: NOW,
    };
    eventOf[eventId] = id;
  },
  start(round, event, redelivered) {
    if (typeof round !== 'function') {
      mistake = { words: 'The answer exports no function: export default async function …', stack: '' };
      return;
    }
    let given;
    if (event === 0) given = [relayApi()];
    else {
      const { eventId: id, aggregateId, type, payload, occurredAt } = rows[event];
      message = { id, aggregateId, type, payload, occurredAt, redelivered };
      given = [{ ...message, payload: { ...payload } }, consumerApi()];
      defineProperty(given[0], 'redelivered', { get: () => varying(redelivered), enumerable: true, configurable: true });
    }
    const run = async () => round(given[0], given[1]);
    follow(run(), () => { ended = { words: null }; }, fail);
  },
  /** The answer to a call: what it resolves with, or why it does not. */
  answer(number, kind, value) {
    const { resolve, reject, reads } = calls[number];
    if (kind === 'refused') reject(new Refused(REFUSED));
    else if (kind === 'returned') reject(new Returned(RETURNED));
    else if (kind === 'unique') reject(new Conflict(CONFLICT));
    else if (kind === 'events') resolve(reads(value === '' ? [] : value.split(',')));
    else if (kind === 'isNew') resolve(reads(value === 'true'));
    else resolve();
  },
  asked: () => asked,
  what: (number) => calls[number].what,
  stackOf: (number) => calls[number].stack,
  mistake: () => mistake?.words,
  ended: () => (ended === null ? 'open' : ended.words === null ? 'done' : ended.bug ? 'bug' : 'error'),
  endWords: () => ended.words,
  stack: () => (mistake ?? ended)?.stack,
};
})()`;
