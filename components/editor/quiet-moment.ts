// The full editor takes over between two gestures, never inside one.

export interface QuietWatch {
  /** Resolves once nobody is composing a character or dragging a selection, after a drawn frame. */
  readonly settled: () => Promise<void>;
  readonly end: () => void;
}

const begins = ['compositionstart', 'pointerdown'] as const;
const ends = ['compositionend', 'pointerup', 'pointercancel'] as const;

/** Watches an element's gestures from now on. */
export function watchQuiet(element: HTMLElement): QuietWatch {
  const listener = new AbortController();
  const listening = { capture: true, signal: listener.signal };
  let busy = false;
  let wake = () => {};
  for (const event of begins) {
    element.addEventListener(event, () => (busy = true), listening);
  }
  for (const event of ends) {
    const done = () => {
      busy = false;
      wake();
    };
    document.addEventListener(event, done, listening);
  }
  const settled = async () => {
    await nextFrame();
    while (busy) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      await nextFrame();
    }
  };
  return { settled, end: () => listener.abort() };
}

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
