// What passes from one editor to the other, and the plain editor's side of it.
import type { Place } from '@/lib/shared/place';
import type { Snapshot } from './plain-history';
import { offsetOf } from './text-edit';

export interface Handover extends Snapshot {
  readonly scrollTop: number;
  readonly scrollLeft: number;
  readonly focused: boolean;
}

export const snapshotOf = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Snapshot => ({
  text: value,
  selectionStart,
  selectionEnd,
});

export const handoverOf = (area: HTMLTextAreaElement): Handover => ({
  ...snapshotOf(area),
  scrollTop: area.scrollTop,
  scrollLeft: area.scrollLeft,
  focused: document.activeElement === area,
});

/** Gives the text area what another editor had. */
export function receive(area: HTMLTextAreaElement, from: Handover): void {
  area.value = from.text;
  area.setSelectionRange(from.selectionStart, from.selectionEnd);
  area.scrollTo(from.scrollLeft, from.scrollTop);
  if (from.focused) area.focus({ preventScroll: true });
}

/** Selects a place and brings its line into view. */
export function showPlace(area: HTMLTextAreaElement, { line, column, endLine, endColumn }: Place): void {
  area.focus();
  area.setSelectionRange(offsetOf(area.value, line, column), offsetOf(area.value, endLine, endColumn));
  const height = Number.parseFloat(getComputedStyle(area).lineHeight);
  const top = (line - 1) * height;
  const hidden = top < area.scrollTop || top + height > area.scrollTop + area.clientHeight;
  if (hidden) area.scrollTop = top - area.clientHeight / 2;
}
