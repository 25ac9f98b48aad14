import type { ReactNode } from 'react';
import { Mark } from '@/components/marks/mark';
import type { StageStore } from '@/lib/store/stage';
import styles from './lanes.module.css';
import { OutboxRows } from './outbox-rows';
import type { ConsumerScene, Scene, SceneMessage } from './scene';
import type { Stretch } from './travel';
import { Travellers } from './travellers';
import type { StageView } from './use-stage';

interface LanesProps {
  readonly store: StageStore;
  readonly view: StageView;
}

/** Who takes part, from left to right, and what travels between them. */
export function Lanes({ store, view }: LanesProps) {
  const { scene } = view;
  const travelling = (stretch: Stretch) => <Travellers store={store} view={view} stretch={stretch} />;
  return (
    <div className={styles['lanes']}>
      <Lane title="Order service" rail={travelling('service-outbox')}>
        <div className={styles['box']}>
          orders
          <b>{scene.orders}</b>
        </div>
      </Lane>
      <Lane title="orders_outbox" rail={travelling('outbox-relay')}>
        <OutboxRows rows={scene.outbox} />
      </Lane>
      <Lane title="Relay" rail={travelling('relay-broker')}>
        <RelayCard {...scene.relay} />
      </Lane>
      <Lane title="Broker" rail={travelling('broker-consumers')}>
        <Messages {...scene.messages} up={scene.brokerUp} />
      </Lane>
      <Lane
        title={scene.consumers.length === 1 ? (scene.consumers[0]?.title ?? '') : 'Consumers'}
        rail={null}
      >
        {scene.consumers.map((consumer) => (
          <ConsumerCard key={consumer.name} consumer={consumer} named={scene.consumers.length > 1} />
        ))}
      </Lane>
    </div>
  );
}

interface LaneProps {
  readonly title: string;
  readonly rail: ReactNode;
  readonly children: ReactNode;
}

function Lane({ title, rail, children }: LaneProps) {
  return (
    <section className={styles['lane']}>
      <h3>{title}</h3>
      <div className={styles['rail']}>{rail}</div>
      <div className={styles['body']}>{children}</div>
    </section>
  );
}

function RelayCard({ title, detail, crashed, armed }: Scene['relay']) {
  return (
    <>
      <div className={crashed ? styles['crashed'] : styles['box']}>
        <strong>
          {crashed && <Mark meaning="crash" />}
          {title}
        </strong>
        <span>{detail}</span>
      </div>
      {armed && (
        <p className={styles['armed']}>
          <Mark meaning="crash" />
          crashes at its next publish
        </p>
      )}
    </>
  );
}

interface MessagesProps {
  readonly shown: readonly SceneMessage[];
  readonly earlier: number;
  readonly up: boolean;
}

function Messages({ shown, earlier, up }: MessagesProps) {
  return (
    <>
      {!up && (
        <div className={styles['crashed']}>
          <strong>
            <Mark meaning="crash" />
            Down
          </strong>
        </div>
      )}
      {shown.length === 0 && up && <p className={styles['none']}>no messages yet</p>}
      {earlier > 0 && <p className={styles['more']}>{earlier} earlier</p>}
      <ol className={styles['messages']}>
        {shown.map(({ key, label, meaning, fate }) => (
          <li key={key} data-meaning={meaning}>
            <Mark meaning={meaning} />
            {label}
            <span className={styles['heard']}>, {fate}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function ConsumerCard({ consumer, named }: { readonly consumer: ConsumerScene; readonly named: boolean }) {
  const { title, effects, skipped, doubled, dedup } = consumer;
  return (
    <div className={styles['box']}>
      {named && <strong>{title}</strong>}
      effects
      <b>{effects}</b>
      <span className={styles['quiet']}>{dedup ? 'dedup on' : 'dedup off'}</span>
      {skipped > 0 && (
        <span className={styles['again']}>
          <Mark meaning="duplicate" />
          {skipped === 1 ? '1 duplicate skipped' : `${skipped} duplicates skipped`}
        </span>
      )}
      {doubled > 0 && (
        <span className={styles['again']}>
          <Mark meaning="duplicate" />
          {doubled === 1 ? '1 effect too many' : `${doubled} effects too many`}
        </span>
      )}
    </div>
  );
}
