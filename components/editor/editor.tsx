'use client';
import { type Ref, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AnswerLanguage } from '@/lib/activities/kind';
import type { JsonSchema } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import { chooseEditor, editorChoice, loadEditorChoice } from '@/lib/store/editor-choice';
import { ownEarlyText, ownText } from './early-text';
import styles from './editor.module.css';
import { type EditorSurface, record, show, showText } from './editor-surface';
import type { Mark } from './mark';
import { PlainEditor } from './plain-editor';
import { useFullEditor } from './use-full-editor';
import { useRoomForFull } from './use-room-for-full';

export interface EditorHandle {
  /** Selects the place, brings it into view and gives the editor the focus. */
  readonly show: (place: Place) => void;
}

export interface EditorProps {
  /** What a screen reader calls it. */
  readonly label: string;
  /** Unique on the page. */
  readonly name: string;
  /** What the page came with. */
  readonly start: string;
  readonly text: string;
  readonly language: AnswerLanguage;
  readonly marks: readonly Mark[];
  readonly schema: JsonSchema | null;
  /** What TypeScript is to know of the names that it may use; left out for any other language. */
  readonly declarations?: string | null;
  /** Somebody is interested: the full editor may be fetched. */
  readonly wanted: boolean;
  readonly onText: (text: string) => void;
  readonly onCheck: () => void;
  readonly onFocus: (focused: boolean) => void;
  readonly ref?: Ref<EditorHandle>;
}

/** A plain editor that works at once, and the full one that takes over from it without a seam. */
export function Editor(props: EditorProps) {
  const {
    label,
    start,
    text,
    language,
    marks,
    schema,
    declarations = null,
    wanted,
    onText,
    onCheck,
    onFocus,
    ref,
  } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const surface = useRef<EditorSurface | null>(null);
  const [live, setLive] = useState(false);
  const hint = useId();
  const id = useId();
  // Here and not in an effect, because React has written to the text area by then.
  useState(() => ownEarlyText(id));
  const room = useRoomForFull();
  const choice = useStore(editorChoice).editor;

  useEffect(() => loadEditorChoice(), []);
  useLayoutEffect(() => {
    if (area.current === null) return;
    ownText(area.current);
    surface.current = { area: area.current, full: null, history: [] };
    setLive(true);
  }, []);
  const shows = useFullEditor(live && wanted && room && choice === 'full', surface, host, props);

  // What was typed before the script came is the learner's, not ours to overwrite.
  const cameWith = useRef({ start, onText });
  useLayoutEffect(() => {
    const early = area.current?.value;
    if (early !== undefined && early !== cameWith.current.start) cameWith.current.onText(early);
  }, []);
  useLayoutEffect(() => {
    if (live && surface.current !== null) showText(surface.current, text);
  }, [text, live]);
  useEffect(() => {
    if (shows === 'full') surface.current?.full?.setMarks(marks);
  }, [marks, shows]);
  useEffect(() => {
    if (shows === 'full') surface.current?.full?.setSchema(schema);
  }, [schema, shows]);
  useEffect(() => {
    if (shows === 'full') surface.current?.full?.setDeclarations(declarations);
  }, [declarations, shows]);
  useImperativeHandle(ref, () => ({
    show: (place) => {
      if (surface.current !== null) show(surface.current, place);
    },
  }));

  const typed = (now: string, undone: boolean) => {
    if (surface.current !== null) record(surface.current, undone, text);
    onText(now);
  };
  return (
    <div className={styles['editor']} data-live={live}>
      <div className={styles['text']} data-shows={shows}>
        <PlainEditor
          area={area}
          id={id}
          label={label}
          start={start}
          text={text}
          language={language}
          marks={marks}
          describedBy={hint}
          onText={typed}
          onCheck={onCheck}
          onFocus={onFocus}
        />
        <div className={styles['full']} ref={host} />
      </div>
      <div className={styles['foot']}>
        <span id={hint}>
          {shows === 'full' ? 'Escape, then Tab, leaves the editor' : 'Tab leaves the editor'}
        </span>
        {room && (
          <label>
            <input
              type="checkbox"
              checked={choice === 'plain'}
              onChange={({ currentTarget }) => chooseEditor(currentTarget.checked ? 'plain' : 'full')}
            />
            Plain editor
          </label>
        )}
      </div>
    </div>
  );
}
