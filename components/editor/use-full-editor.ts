'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { EditorProps } from './editor';
import { type EditorSurface, giveBack } from './editor-surface';
import { handoverOf } from './handover';
import { watchQuiet } from './quiet-moment';

/** Lets the full editor take over while `wanted`, and the plain one again when not. Says which one shows. */
export function useFullEditor(
  wanted: boolean,
  surface: RefObject<EditorSurface | null>,
  host: RefObject<HTMLDivElement | null>,
  props: EditorProps,
): 'plain' | 'full' {
  const [shows, setShows] = useState<'plain' | 'full'>('plain');
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const { label, name, language } = props;
  useEffect(() => {
    const [on, box] = [surface.current, host.current];
    if (!wanted || on === null || box === null) return;
    const quiet = watchQuiet(on.area);
    let left = false;
    let leave = () => {};
    const begin = async () => {
      // The bundler's loader never asks again for a stylesheet that it failed to fetch.
      if (!navigator.onLine) throw new Error('Offline');
      const [{ makeFullEditor }] = await Promise.all([import('./full-editor'), document.fonts.ready]);
      if (left) return;
      const full = makeFullEditor(box, {
        label,
        name,
        language,
        onText: (text) => latest.current.onText(text),
        onCheck: () => latest.current.onCheck(),
        onFocus: (focused) => latest.current.onFocus(focused),
      });
      leave = full.dispose;
      await quiet.settled();
      if (left) return;
      const from = handoverOf(on.area);
      full.takeOver(on.history, from);
      on.full = full;
      leave = () => {
        giveBack(on);
        full.dispose();
      };
      flushSync(() => setShows('full'));
      if (from.focused) full.focus();
    };
    // Without it the plain editor goes on working, and the next focus tries again.
    const attempt = () =>
      void begin().catch(() => {
        if (!left) on.area.addEventListener('focus', attempt, { once: true });
      });
    attempt();
    return () => {
      left = true;
      on.area.removeEventListener('focus', attempt);
      quiet.end();
      setShows('plain');
      leave();
    };
  }, [wanted, label, name, language, surface, host]);
  return shows;
}
