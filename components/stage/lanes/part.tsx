import type { CSSProperties, ReactNode } from 'react';
import type { Box, LaneName, Layout, PartName } from '@/lib/scene/layout';
import styles from './picture.module.css';

interface PartProps {
  readonly name: PartName;
  readonly lane: LaneName;
  readonly layout: Layout;
  /** A frame around it: somebody who acts. Without: something that is kept. */
  readonly framed?: boolean;
  readonly crashed?: boolean;
  readonly children: ReactNode;
}

/** One part in its box; nothing where the box stands for several parts that there is no room for. */
export function Part({ name, lane, layout, framed = false, crashed = false, children }: PartProps) {
  const box = layout.parts.get(name);
  if (box === undefined || layout.more.some((more) => more.box === box)) return null;
  const frame = framed ? styles['framed'] : styles['part'];
  return (
    <div className={crashed ? styles['crashed'] : frame} style={placeIn(layout, lane, box)}>
      {children}
    </div>
  );
}

/** Where a box stands in its lane. */
export function placeIn({ lanes }: Layout, name: LaneName, box: Box): CSSProperties {
  const lane = lanes.find((one) => one.lane === name)?.box ?? { x: 0, y: 0 };
  return { left: box.x - lane.x, top: box.y - lane.y, width: box.width, height: box.height };
}

/** The width of a part's box; 0 where it has none. */
export const widthOf = ({ parts }: Layout, name: PartName): number => parts.get(name)?.width ?? 0;
