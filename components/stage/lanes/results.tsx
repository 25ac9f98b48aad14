import type { ResultsItem } from '@/lib/scene/results-lane';
import { plural } from '@/lib/shared/count-words';
import { leastOf } from './least';
import { fitting, Message, messageWidth } from './message';
import messages from './message.module.css';
import { Part, widthOf } from './part';
import type { PictureProps } from './picture';
import styles from './picture.module.css';
import { LONG } from './titles';
import { useSlots } from './use-slots';

const EDGES = 20;

/** What came of it, group by group. */
export function Results(props: PictureProps) {
  return props.view.results.map((results) => <Group key={results.group} results={results} {...props} />);
}

interface GroupProps extends PictureProps {
  readonly results: ResultsItem;
}

function Group({ results, ...props }: GroupProps) {
  const { layout } = props;
  return (
    <>
      <Part name={`results ${results.group}`} lane="results" layout={layout} framed>
        <Effects results={results} {...props} />
      </Part>
      <Part name={`dead ${results.group}`} lane="results" layout={layout}>
        <DeadLetters results={results} {...props} />
      </Part>
    </>
  );
}

function Effects({ results, view, layout, onPickEvent }: GroupProps) {
  const { group, title, effects, doubled, inbox, dedupWords } = results;
  const width = widthOf(layout, `results ${group}`) - EDGES;
  const each = messageWidth(effects.last, leastOf(layout));
  const shown = effects.last.slice(-fitting(width, doubled > 0 ? each + 16 : each));
  const [list, slotOf] = useSlots<HTMLOListElement>(shown.map(({ event }) => String(event)));
  return (
    <>
      <p className={styles['figure']} title={`${title}: ${plural(effects.count, 'event')} with an effect`}>
        <span>{view.results.length > 1 ? title : 'effects'}</span>{' '}
        <b data-long={effects.count + doubled >= LONG}>{effects.count + doubled}</b>
      </p>
      <ol
        ref={list}
        className={messages['messages']}
        aria-label={`The last events with an effect at ${title}`}
      >
        {shown.map(({ event, times }) => (
          <li key={slotOf(String(event))}>
            <Message
              event={event}
              meaning={times > 1 ? 'duplicate' : 'delivered'}
              words={`event ${event}, ${times > 1 ? `${times} effects` : 'one effect'}`}
              times={times}
              onPick={onPickEvent}
            />
          </li>
        ))}
      </ol>
      <p className={styles['last']}>{dedupWords}</p>
      <p className={doubled > 0 ? styles['again'] : styles['quiet']}>
        {doubled > 0 ? `${plural(doubled, 'effect')} too many` : `${plural(inbox.count, 'id')} known`}
      </p>
    </>
  );
}

function DeadLetters({ results, view, layout, onPickEvent }: GroupProps) {
  const { group, title, deadLetters, parked, halted } = results;
  const last = [
    ...deadLetters.last.map((event) => ({ event, words: `event ${event}, dead letter`, dead: true })),
    ...parked.last.map((event) => ({
      event,
      words: `event ${event}, parked behind a dead letter`,
      dead: false,
    })),
  ];
  const each = messageWidth(last, leastOf(layout));
  const width = widthOf(layout, `dead ${group}`);
  const words = deadWords(results, view.broker?.kind === 'rabbitmq' && width > ROOMY);
  const stopped = halted.length === 0 ? '' : `order ${halted.slice(0, 4).join(', ')} halted`;
  return (
    <>
      <p className={deadLetters.count === 0 ? styles['quiet'] : styles['dead']} title={words}>
        {words}
      </p>
      {last.length > 0 && (
        <ol className={messages['messages']} aria-label={`Dead letters and parked events of ${title}`}>
          {last.slice(0, fitting(width, each)).map(({ event, words: told, dead }) => (
            <li key={event}>
              <Message event={event} meaning={dead ? 'dead' : 'pending'} words={told} onPick={onPickEvent} />
            </li>
          ))}
        </ol>
      )}
      {stopped !== '' && (
        <p className={styles['last']} title={stopped}>
          {stopped}
        </p>
      )}
    </>
  );
}

/** From so many pixels on there is room to say how dead letters come to be here. */
const ROOMY = 150;

function deadWords({ deadLetters: { count }, parked }: ResultsItem, saysHow: boolean): string {
  if (parked.count > 0) return `${count} dead · ${parked.count} parked`;
  if (count === 0) return 'no dead letters';
  return `${plural(count, 'dead letter')}${saysHow ? ', by the DLX' : ''}`;
}
