// The part of the guest that knows by which text a consumer may know its message again.

/** Runs within the guest, before the learner's text does. It gives it `isOwnId`, `mistakeIn` and `varying`. */
export const IDS = `// Taken now, before anybody can change them.
const { bind, call: calling } = Function.prototype;
const free = (method) => bind.call(calling, method);
const [lowered, includes] = [free(text.prototype.toLowerCase), free(text.prototype.includes)];
const holds = (long, short) => includes(lowered(long), lowered(short));

// Whether the round has looked at something that may be another for each copy: a text made of it may be, too.
let varies = false;
const varying = (value) => { varies = true; return value; };
let recorded = null;

const SHARED = 'All events of an order share it: the second of them would be taken for a copy of the first, and dropped.';
const OF_A_KIND = 'A second event of the same kind about the same order would be taken for a copy of the first, and dropped.';

/** The inbox is keyed by text: whatever stands around the event's own id, or how it is written, is the consumer's affair. */
const isOwnId = (id, message) => holds(id, message.id);

/** Why a text is no id to know this message by, as far as it can be said; or null. */
const mistakeIn = (id, message) => {
  if (isOwnId(id, message)) {
    if (id !== message.id && varies)
      return 'inbox.record: every copy must bring the same id, and this text may be another one for each: the round has looked at redelivered, at the clock or at a new id. Record message.id.';
    recorded ??= id;
    return recorded === id ? null : 'inbox.record: a message has one id, and this round has recorded it as another text before.';
  }
  if (!holds(id, message.aggregateId) || holds(id, message.occurredAt)) return null;
  if (holds(id, message.type)) return 'inbox.record was given the order and the type. ' + OF_A_KIND;
  return 'inbox.record was given the id of the order. ' + SHARED;
};
`;
