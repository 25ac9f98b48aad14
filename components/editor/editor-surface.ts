// One text, shown by the plain editor or by the full one: whoever shows it now is asked, and nobody else need know.
import type { Place } from '@/lib/shared/place';
import type { FullEditor } from './full-editor';
import { receive, showPlace, snapshotOf } from './handover';
import { type PlainHistory, remember, stepBack } from './plain-history';

export interface EditorSurface {
  readonly area: HTMLTextAreaElement;
  /** Null while the plain editor shows the text. */
  full: FullEditor | null;
  history: PlainHistory;
}

export function showText(surface: EditorSurface, text: string): void {
  if (surface.full !== null) {
    if (surface.full.text() !== text) surface.full.setText(text);
    return;
  }
  if (surface.area.value === text) return;
  record(surface, false, surface.area.value);
  surface.area.value = text;
  record(surface, false, text);
}

export const show = ({ full, area }: EditorSurface, place: Place): void =>
  full === null ? showPlace(area, place) : full.show(place);

/** Keeps what the text area became; `before` is what it was, for the first change. */
export function record(surface: EditorSurface, undone: boolean, before: string): void {
  const now = snapshotOf(surface.area);
  const history = surface.history.length === 0 ? [{ ...now, text: before }] : surface.history;
  surface.history = undone ? stepBack(history, now) : remember(history, now);
}

/** The plain editor shows the text again. */
export function giveBack(surface: EditorSurface): void {
  if (surface.full === null) return;
  const from = surface.full.giveBack();
  surface.full = null;
  surface.history = [];
  receive(surface.area, from);
}
