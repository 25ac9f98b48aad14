import type { LogItem, PendingItem, StripItem } from '@/lib/scene/broker-lane';
import { PENDING_SHOWN } from '@/lib/scene/layout-sizes';
import { nameOf } from '@/lib/sim/tell/words';
import styles from './broker.module.css';
import { leastOf } from './least';
import { fitting, Message, messageWidth } from './message';
import { widthOf } from './part';
import type { PictureProps } from './picture';

interface LogProps extends PictureProps {
  readonly log: LogItem;
  readonly name: string;
}

/** A partition or a stream: its entries in order, and below them how far each group has come. */
export function Log({ log, name, layout, onPickEvent }: LogProps) {
  const width = widthOf(layout, name);
  const least = leastOf(layout);
  return (
    <>
      <p className={styles['title']}>
        {log.kind === 'log' ? log.name : 'entries'}
        {log.strips.length === 1 && <small>{lengthOf(log)}</small>}
      </p>
      {log.strips.map((strip) => (
        <Strip
          key={strip.positions.map(({ group }) => group).join()}
          strip={strip}
          isLog={log.kind === 'log'}
          width={width}
          least={least}
          onPick={onPickEvent}
        />
      ))}
      {log.kind === 'stream' && <Pending log={log} onPick={onPickEvent} />}
    </>
  );
}

const lengthOf = ({ strips }: LogItem): string => {
  const end = strips[0]?.end ?? 0;
  return end === 0 ? 'empty' : `${end}`;
};

interface StripProps {
  readonly strip: StripItem;
  readonly isLog: boolean;
  readonly width: number;
  readonly least: number;
  readonly onPick: (event: number) => void;
}

function Strip({ strip, isLog, width, least, onPick }: StripProps) {
  const each = messageWidth(strip.messages, least);
  const count = Math.min(strip.messages.length, fitting(width, each));
  return (
    <>
      <ol className={styles['strip']} data-offsets={isLog} aria-label="Entries, oldest first">
        {strip.messages.slice(0, count).map((message, index) => (
          <li key={message.key} style={{ width: each }}>
            <Message {...message} onPick={onPick} />
            {isLog && <small>{strip.first + index}</small>}
          </li>
        ))}
      </ol>
      {strip.positions.map((position) => (
        <p key={position.group} className={styles['position']}>
          <Caret at={position.committed - strip.first} count={count} each={each + 4} />
          <span style={textPlace((position.committed - strip.first) * (each + 4), count * (each + 4), width)}>
            {nameOf(position.group)} {isLog ? `at ${position.committed}` : ''}
            {position.committed - strip.first > count && ' ›'}
          </span>
        </p>
      ))}
    </>
  );
}

interface CaretProps {
  /** Before which of the cells that are shown. */
  readonly at: number;
  readonly count: number;
  readonly each: number;
}

/** Where a group stands: before the next entry that it will be given. */
function Caret({ at, count, each }: CaretProps) {
  if (at < 0 || at > count) return null;
  return <i style={{ left: Math.max(5, at * each - 2) }} aria-hidden="true" />;
}

/** The words beside a caret: behind it where there is room, before it elsewhere. */
function textPlace(x: number, end: number, width: number) {
  const here = Math.max(0, Math.min(x, end));
  return here > width / 2 ? { right: width - here + 8 } : { left: Math.max(5, here) + 8 };
}

function Pending({ log, onPick }: { readonly log: LogItem; readonly onPick: (event: number) => void }) {
  const hidden = log.pendingCount - PENDING_SHOWN;
  return (
    <>
      <p className={styles['title']}>
        pending {log.pendingCount} <small>{log.pendingCount > 0 && 'idle for'}</small>
      </p>
      <ul className={styles['pending']}>
        {log.pending.slice(0, PENDING_SHOWN).map((entry) => (
          <PendingEntry key={entry.key} entry={entry} onPick={onPick} />
        ))}
      </ul>
      {hidden > 0 && <p className={styles['counts']}>and {hidden} more</p>}
    </>
  );
}

interface PendingEntryProps {
  readonly entry: PendingItem;
  readonly onPick: (event: number) => void;
}

function PendingEntry({ entry, onPick }: PendingEntryProps) {
  const { event, owner, idle, words } = entry;
  return (
    <li>
      <button type="button" title={words} aria-label={words} onClick={() => onPick(event)}>
        <b>{event}</b>
        <span>{owner}</span>
        <small>{idle}</small>
      </button>
    </li>
  );
}
