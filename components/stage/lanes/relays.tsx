import { Mark } from '@/components/marks/mark';
import type { RelayItem } from '@/lib/scene/relays-lane';
import { Part } from './part';
import type { PictureProps } from './picture';
import styles from './picture.module.css';

/** What each relay is doing. */
export function Relays({ view, layout }: PictureProps) {
  return view.relays.map((relay) => (
    <Part
      key={relay.relay}
      name={`relay ${relay.relay}`}
      lane="relays"
      layout={layout}
      framed
      crashed={relay.state === 'crashed'}
    >
      {view.relays.length > 1 && <p className={styles['name']}>{relay.name}</p>}
      <Doing relay={relay} />
    </Part>
  ));
}

function Doing({ relay }: { readonly relay: RelayItem }) {
  const { title, detail, note, state, armed } = relay;
  return (
    <>
      <p className={styles['doing']} title={title}>
        {state === 'crashed' && <Mark meaning="crash" />}
        <span>{title}</span>
      </p>
      <p className={note === '' && !armed ? styles['long'] : styles['detail']} title={detail}>
        {detail}
      </p>
      {armed ? (
        <p className={styles['armed']} title="Crashes at its next publish">
          <Mark meaning="crash" />
          <b>
            <span>crash is </span>armed
          </b>
        </p>
      ) : (
        note !== '' && (
          <p className={styles['quiet']} title={note}>
            {note}
          </p>
        )
      )}
    </>
  );
}
