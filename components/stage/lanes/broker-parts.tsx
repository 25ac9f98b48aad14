import { Mark } from '@/components/marks/mark';
import type { BrokerLane, ChannelItem, KeptItem, QueueItem } from '@/lib/scene/broker-lane';
import { nameOf } from '@/lib/sim/tell/words';
import { onDemand } from '../on-demand';
import styles from './broker.module.css';
import { leastOf } from './least';
import { Messages } from './messages';
import { Part, widthOf } from './part';
import type { PictureProps } from './picture';
import shared from './picture.module.css';

const Log = onDemand(
  async () => (await import('./log-strips')).Log,
  'This part could not be loaded. See whether you are online, and load the page again.',
);

/** The broker as what it is: where it takes what is published, and below where it keeps it. */
export function BrokerParts(props: PictureProps) {
  const { view, layout } = props;
  const { broker } = view;
  if (broker === null) return null;
  return (
    <>
      <Part name="broker" lane="broker" layout={layout} framed crashed={!broker.up}>
        <Head broker={broker} />
      </Part>
      {broker.kept.map((kept, index) => (
        <Part key={kept.name} name={`broker ${index + 1}`} lane="broker" layout={layout}>
          <Kept kept={kept} name={`broker ${index + 1}`} {...props} />
        </Part>
      ))}
    </>
  );
}

function Head({ broker: { up, head } }: { readonly broker: BrokerLane }) {
  return (
    <>
      <p className={shared['doing']}>
        {!up && <Mark meaning="crash" />}
        {up ? head.title : 'Down'}
      </p>
      <p className={shared['detail']} title={head.detail}>
        {up ? head.detail : 'takes nothing'}
      </p>
    </>
  );
}

interface KeptProps<Kind> extends PictureProps {
  readonly kept: Kind;
  readonly name: string;
}

function Kept({ kept, ...props }: KeptProps<KeptItem>) {
  switch (kept.kind) {
    case 'queue':
      return <Queue kept={kept} {...props} />;
    case 'channel':
      return <Channel channel={kept} />;
    default:
      return <Log log={kept} {...props} />;
  }
}

/** A queue of RabbitMQ: in hand and not acknowledged, and behind it what is ready. */
function Queue({ kept, name, layout, onPickEvent }: KeptProps<QueueItem>) {
  const title = nameOf(kept.name);
  return (
    <>
      <p className={styles['title']} title={title}>
        {title}
      </p>
      <p className={styles['counts']}>
        {kept.ready + kept.unacked === 0 ? 'empty' : `${kept.ready} ready · ${kept.unacked} unacked`}
      </p>
      <Messages
        messages={kept.messages}
        label={`Messages in the queue of ${kept.name}`}
        width={widthOf(layout, name)}
        least={leastOf(layout)}
        lines={layout.direction === 'down' ? 1 : 2}
        onPick={onPickEvent}
      />
    </>
  );
}

/** Listeners that there is room for. */
const LISTENERS = 6;

function Channel({ channel }: { readonly channel: ChannelItem }) {
  const hidden = channel.listeners.length - LISTENERS;
  return (
    <>
      <p className={styles['title']}>{channel.title}</p>
      <ul className={styles['listeners']}>
        {channel.listeners.slice(0, LISTENERS).map(({ name, listens, words }) => (
          <li key={name} data-listens={listens}>
            <span title={name}>
              {!listens && <Mark meaning="lost" />}
              {name}
            </span>
            <small>{words}</small>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className={styles['counts']}>and {hidden} more</p>}
    </>
  );
}
