import type { LogItem, PendingItem, StripItem } from '@/lib/scene/broker-lane';
import { PENDING_SHOWN } from '@/lib/scene/layout-sizes';
import type { PositionView } from '@/lib/sim/look/kept-view';
import { nameOf } from '@/lib/sim/tell/words';
import styles from './broker.module.css';
import { leastOf } from './least';
import { fitting, Message, messageWidth } from './message';
import { widthOf } from './part';
import type { PictureProps } from './picture';
import { useSlots } from './use-slots';

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
  const shown = strip.messages.slice(0, fitting(width, each));
  const count = shown.length;
  const [list, slotOf] = useSlots<HTMLOListElement>(shown.map(({ key }) => key));
  return (
    <>
      <ol ref={list} className={styles['strip']} data-offsets={isLog} aria-label="Entries, oldest first">
        {shown.map(({ key, ...message }, index) => (
          <li key={slotOf(key)} style={{ width: each }}>
            <Message {...message} onPick={onPick} />
            {isLog && <small>{strip.first + index}</small>}
          </li>
        ))}
      </ol>
      {strip.positions.map((position) => (
        <Position
          key={position.group}
          position={position}
          words={isLog ? `${nameOf(position.group)}: ${position.committed}` : nameOf(position.group)}
          place={position.committed - strip.first}
          {...{ count, each, width }}
        />
      ))}
    </>
  );
}

interface PositionProps {
  readonly position: PositionView;
  readonly words: string;
  /** Before which of the cells that are shown, and how many of those there are, how wide. */
  readonly place: number;
  readonly count: number;
  readonly each: number;
  readonly width: number;
}

/** Where a group stands: before the next entry that it will be given. */
function Position({ position, words, place, count, each, width }: PositionProps) {
  const step = each + 4;
  const isShown = place >= 0 && place <= count;
  const here = Math.max(5, Math.min(Math.max(0, place), count) * step - 2);
  const told = place > count ? `${words} ›` : words;
  return (
    <p
      className={styles['position']}
      title={`${position.group} is done with all before ${position.committed}, and was given all before ${position.read}`}
    >
      {isShown && <i style={{ left: here }} aria-hidden="true" />}
      <span style={{ left: besides(here, told.length * LETTER, width) }}>{told}</span>
    </p>
  );
}

/** Pixels of a letter, about. */
const LETTER = 6;

/** Where words begin beside a caret: behind it where there is room, else before it. */
const besides = (caret: number, length: number, width: number): number =>
  caret + 8 + length <= width ? caret + 8 : Math.max(0, caret - 8 - length);

function Pending({ log, onPick }: { readonly log: LogItem; readonly onPick: (event: number) => void }) {
  const hidden = log.pendingCount - PENDING_SHOWN;
  return (
    <>
      <p className={styles['title']}>pending {log.pendingCount}</p>
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
        {idle !== null && <small>idle for {idle}</small>}
      </button>
    </li>
  );
}
