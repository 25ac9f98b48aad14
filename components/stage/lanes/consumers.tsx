import { Mark } from '@/components/marks/mark';
import type { MemberItem } from '@/lib/scene/consumers-lane';
import { leastOf } from './least';
import { Messages } from './messages';
import { Part, widthOf } from './part';
import type { PictureProps } from './picture';
import styles from './picture.module.css';

const EDGES = 20;

/** What the words of a member take at least, where its messages stand beside them. */
const WORDS = 88;

/** The members of every group, and what each has in hand. */
export function Consumers(props: PictureProps) {
  const { view, layout } = props;
  return view.members.map((member) => (
    <Part
      key={member.member}
      name={`member ${member.member}`}
      lane="consumers"
      layout={layout}
      framed
      crashed={member.state === 'crashed'}
    >
      <Member member={member} {...props} />
    </Part>
  ));
}

function Member({ member, view, layout, onPickEvent }: PictureProps & { readonly member: MemberItem }) {
  const { name, title, detail, state, hand, slowness } = member;
  const isNamed = view.members.length > 1;
  return (
    <div className={styles['member']}>
      <div className={styles['words']}>
        {(isNamed || slowness > 1) && (
          <p className={styles['name']} title={name}>
            <span>{isNamed && name}</span>
            {slowness > 1 && (
              <em title={`${slowness} times slower`}>
                {slowness}×<span> slower</span>
              </em>
            )}
          </p>
        )}
        <p className={state === 'waits' ? styles['quiet'] : styles['doing']} title={title}>
          {state === 'crashed' && <Mark meaning="crash" />}
          <span>{title}</span>
        </p>
        {detail !== '' && (
          <p className={styles['quiet']} title={detail}>
            {detail}
          </p>
        )}
      </div>
      <Messages
        messages={hand}
        label={`In hand of ${name}`}
        width={widthOf(layout, `member ${member.member}`) - EDGES - (layout.direction === 'down' ? WORDS : 0)}
        least={leastOf(layout)}
        onPick={onPickEvent}
      />
    </div>
  );
}
