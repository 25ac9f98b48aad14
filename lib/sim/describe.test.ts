import { expect, it, describe as suite } from 'vitest';
import { describe } from './describe';
import { commands } from './notation';
import { run } from './run';
import { readScenario } from './scenario-file';

const read = readScenario('seed: 9\nworkload: { orders: 0 }', 'scenario.yaml');
if (!read.ok) throw new Error('The scenario cannot be read.');
const told = (text: string) => run(read.value, commands(text)).steps.map(describe);
const words = (text: string) => told(text).map((description) => description.words);

suite('the words of a step', () => {
  it('tell a crash and its duplicate', () => {
    expect(words('order@0 crash@0')).toEqual([
      'The order service wrote order 1 and row 1 of the outbox, not committed yet.',
      'The relay will crash once it has published a row, before it can mark it.',
      'The transaction committed: order 1 and row 1 stand together.',
      'The relay polled and found row 1 pending.',
      'The relay sends event 1 to the broker.',
      'The broker took event 1.',
      'The relay crashed before it could mark row 1.',
      'Shipping received event 1, recorded its id and booked the parcel, in one transaction.',
      'The relay restarted.',
      'The relay polled and found row 1 pending.',
      'The relay finds row 1 still pending and sends event 1 to the broker again.',
      'The broker took event 1 again: a duplicate.',
      'The broker’s confirm for event 1 reached the relay.',
      'The relay set `dispatched_at` on row 1.',
      'Shipping received event 1 again, knew its id and skipped it.',
    ]);
  });

  it('tell what happens without dedup', () => {
    expect(words('dedup-off@0 order@0 crash@0')).toEqual(
      expect.arrayContaining([
        'Shipping no longer looks at event ids.',
        'Shipping received event 1 and booked the parcel, without recording its id.',
        'Shipping received event 1 again and booked another parcel: 2 effects of one event.',
      ]),
    );
  });

  it('tell a rollback, an outage and several rows at once', () => {
    expect(words('rollback@0 order@50 down@60 order@70 order@80 up@900')).toEqual(
      expect.arrayContaining([
        'The transaction rolled back: order 1 and row 1 are both gone. The number 1 is not given out again.',
        'The broker went down. What it holds, it keeps.',
        'The relay polled and found rows 2, 3 and 4 pending.',
        'The broker could not be reached with event 2. Row 2 stays pending.',
        'The broker is up again.',
      ]),
    );
  });
});

suite('the SQL of a step', () => {
  const sql = (text: string, kind: string) => {
    const { steps } = run(read.value, commands(text));
    const step = steps.find((one) => one.kind === kind);
    return step === undefined ? undefined : describe(step).sql;
  };

  it('[R62] is what the relay runs to find rows and to mark them', () => {
    expect(sql('order@0', 'polled')).toBe(
      'SELECT id, payload FROM orders_outbox\nWHERE dispatched_at IS NULL\nORDER BY id\nLIMIT 10;',
    );
    expect(sql('order@0', 'marked')).toMatch(
      /^UPDATE orders_outbox\nSET dispatched_at = '2026-01-05 09:41:00\.\d{3}\+00'\nWHERE id = 1;$/,
    );
  });

  it('[R10] is one transaction for the order and its row', () => {
    expect(sql('order@0', 'inserted')).toMatch(
      /^BEGIN;\nINSERT INTO orders \(id, total\) VALUES .*;\nINSERT INTO orders_outbox/,
    );
    expect(sql('order@0', 'committed')).toBe('COMMIT;');
    expect(sql('rollback@0', 'rolled-back')).toBe('ROLLBACK;');
  });

  it('is none where nothing was asked of a database', () => {
    expect(sql('order@0', 'sent')).toBeNull();
  });
});
