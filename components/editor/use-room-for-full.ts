import { useMedia } from '@/components/shell/use-media';

/** Whether the full editor fits: not on phones, nor where fingers point. False until the page lives. */
export const useRoomForFull = (): boolean => !useMedia('(pointer: coarse), (max-width: 899px)', true);
