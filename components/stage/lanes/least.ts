import type { Layout } from '@/lib/scene/layout';
import { roomOf } from '@/lib/scene/layout';
import { SIZES } from '@/lib/scene/layout-sizes';

/** How wide and high everything is at least that can be pressed. */
export const leastOf = ({ width }: Layout): number => SIZES[roomOf(width)].chip;
