'use client';
import { type ComponentType, type Ref, useEffect, useRef } from 'react';
import { Editor, type EditorHandle } from '@/components/editor/editor';
import type { Mark } from '@/components/editor/mark';
import type { Verdict } from '@/lib/activities/verdict';
import type { ActivityOutline, ActivityState, ActivityStore } from '@/lib/store/activity';
import styles from './answer-place.module.css';
import type { AnswerSurfaceProps } from './answer-surface';
import { useCheckKey } from './use-check-key';

interface AnswerPlaceProps {
  readonly store: ActivityStore;
  readonly state: ActivityState;
  readonly outline: ActivityOutline;
  readonly label: string;
  readonly surface: ComponentType<AnswerSurfaceProps> | null;
  /** The surface is left for the text. */
  readonly asText: boolean;
  readonly onAsText: (asText: boolean) => void;
  /** Somebody is interested: the full editor may be fetched. */
  readonly wanted: boolean;
  readonly marks: readonly Mark[];
  readonly verdict: Verdict | null;
  readonly stale: boolean;
  readonly editor: Ref<EditorHandle>;
}

/** Where the answer is given: in an editor, or on the kind's own surface, which can always be left for the text. */
export function AnswerPlace(props: AnswerPlaceProps) {
  const { store, state, outline, label, surface: Surface, asText, onAsText } = props;
  const { wanted, marks, verdict, stale, editor } = props;
  const drawn = Surface !== null;
  useEffect(() => {
    if (drawn) store.prepare();
  }, [store, drawn]);
  const check = () => void store.check();
  const place = useRef<HTMLDivElement>(null);
  useCheckKey(place, drawn && !asText, check);
  const text = (
    <Editor
      ref={editor}
      label={label}
      name={outline.id}
      start={outline.start}
      text={state.text}
      language={outline.language}
      marks={marks}
      schema={state.material?.answerSchema ?? null}
      declarations={state.material?.declarations ?? null}
      wanted={wanted}
      onText={store.type}
      onCheck={check}
      onFocus={store.setFocused}
    />
  );
  if (Surface === null) return text;
  return (
    <div className={styles['place']}>
      <div className={styles['answer']} ref={place}>
        {asText ? (
          text
        ) : (
          <Surface
            name={outline.id}
            text={state.text}
            onText={store.type}
            config={state.material?.config ?? null}
            verdict={verdict}
            stale={stale}
            label={label}
            onCheck={check}
          />
        )}
      </div>
      <label className={styles['switch']}>
        <input
          type="checkbox"
          checked={asText}
          onChange={({ currentTarget }) => onAsText(currentTarget.checked)}
        />
        Write it as text
      </label>
    </div>
  );
}
