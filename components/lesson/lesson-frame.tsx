'use client';

import { createContext, type ReactNode, useContext } from 'react';
import styles from './lesson-frame.module.css';
import { PaneTabs } from './pane-tabs';
import { Splitter } from './splitter';
import { type AskedFor, type Pane, usePanes } from './use-panes';

const EnterPlayground = createContext<(activityId: string) => void>(() => undefined);

/** Brings the learner to an activity in the playground: its tab on a narrow screen, the focus everywhere. */
export const useEnterPlayground = () => useContext(EnterPlayground);

const Asked = createContext<AskedFor | null>(null);

/** The activity that the text asked the playground for last. */
export const useAskedFor = () => useContext(Asked);

interface LessonFrameProps {
  readonly text: ReactNode;
  readonly playground: ReactNode;
}

/** Text beside playground; on narrow screens, one tab each. */
export function LessonFrame({ text, playground }: LessonFrameProps) {
  const panes = usePanes();
  const panel = (pane: Pane) => ({
    id: `pane-${pane}`,
    className: styles[pane],
    ...(panes.narrow && { role: 'tabpanel', 'aria-labelledby': `tab-${pane}` }),
  });
  return (
    <EnterPlayground value={panes.enterPlayground}>
      <main>
        <PaneTabs pane={panes.pane} onShow={panes.show} />
        <div ref={panes.frame} className={styles['frame']} data-pane={panes.pane} suppressHydrationWarning>
          <div {...panel('text')}>{text}</div>
          <Splitter />
          <div {...panel('playground')} ref={panes.playground} tabIndex={-1}>
            <Asked value={panes.askedFor}>{playground}</Asked>
          </div>
        </div>
      </main>
    </EnterPlayground>
  );
}
