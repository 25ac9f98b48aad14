import type { CSSProperties } from 'react';
import type { Lanes } from '@/lib/scene/lanes';
import { type LaneName, type Layout, roomOf } from '@/lib/scene/layout';
import { BrokerParts } from './broker-parts';
import { Consumers } from './consumers';
import { Orders } from './orders';
import { Outbox } from './outbox';
import { placeIn } from './part';
import styles from './picture.module.css';
import { Relays } from './relays';
import { Results } from './results';
import { titleOf } from './titles';
import { Ways } from './ways';

export interface PictureProps {
  readonly view: Lanes;
  readonly layout: Layout;
  /** Which run it is, where two pictures stand beside each other. */
  readonly run?: string | undefined;
  /** Somebody wants to know more about an event, wherever it stands. */
  readonly onPickEvent: (event: number) => void;
  /** The same of a row of the table, by its `id`. */
  readonly onPickRow: (row: string) => void;
}

/** Who takes part in a run, and what stands with whom. What travels between them is drawn by somebody else, over it. */
export function Picture(props: PictureProps) {
  const { view, layout, run } = props;
  return (
    <div
      className={styles['picture']}
      data-direction={layout.direction}
      data-room={roomOf(layout.width)}
      style={
        { height: layout.height, '--least': layout.direction === 'down' ? '44px' : '24px' } as CSSProperties
      }
    >
      <Ways layout={layout} />
      {layout.lanes.map(({ lane, box }) => (
        <section
          key={lane}
          className={styles['lane']}
          data-lane={lane}
          aria-label={run === undefined ? titleOf(lane, view) : `${titleOf(lane, view)}, ${run}`}
          style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
        >
          <h3 title={titleOf(lane, view)}>{titleOf(lane, view)}</h3>
          <Parts lane={lane} {...props} />
          {layout.more
            .filter((more) => more.lane === lane)
            .map((more) => (
              <p
                key={`${more.box.x} ${more.box.y}`}
                className={styles['more']}
                style={placeIn(layout, lane, more.box)}
              >
                {more.words}
              </p>
            ))}
        </section>
      ))}
    </div>
  );
}

function Parts({ lane, ...props }: PictureProps & { readonly lane: LaneName }) {
  switch (lane) {
    case 'orders':
      return <Orders {...props} />;
    case 'outbox':
      return <Outbox {...props} />;
    case 'relays':
      return <Relays {...props} />;
    case 'broker':
      return <BrokerParts {...props} />;
    case 'consumers':
      return <Consumers {...props} />;
    case 'results':
      return <Results {...props} />;
  }
}
