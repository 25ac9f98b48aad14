// The check: what can be said at once, then what there is to be found out, then the verdict.
import { judge } from '@/lib/activities/judge';
import type { Verdict } from '@/lib/activities/verdict';
import type { ActivityParts, ActivityStore, CheckPhase } from './activity';
import { keepText } from './activity-text';
import { checkedText } from './history';

const LOAD_FAILED =
  'The check could not be loaded. Your text is safe. See whether you are online, and try again.';

type Checking = Pick<ActivityStore, 'check' | 'stop' | 'passedTables' | 'passedRun'>;

export function checkAnswer(parts: ActivityParts): Checking {
  const { state, tools, load } = parts;
  // A newer check, or stopping, makes an older one's answer void.
  let current = 0;
  let asked: string | null = null;
  const enter = (phase: CheckPhase) => state.setState({ phase });
  const isUnderWay = () => ['reading', 'checking'].includes(state.getState().phase.at);

  const conclude = (text: string, verdict: Verdict) => {
    state.setState({ checked: { text, verdict }, phase: { at: 'checked' } });
    keepText(parts, checkedText(text, verdict, tools.now()));
    tools.onChecked?.(verdict);
    if (!verdict.passed) return;
    state.setState({ passedText: text });
    tools.keep.savePassed(text);
    tools.onPassed();
  };
  const check = async () => {
    if (isUnderWay()) {
      if (asked === state.getState().text) return;
      // Whoever waited for the other as well would wait for both.
      tools.stopGathering();
    }
    asked = state.getState().text;
    current += 1;
    const run = current;
    const isVoid = () => run !== current;
    tools.interest();
    enter({ at: 'reading' });
    const loaded = await load().catch(() => null);
    if (isVoid()) return;
    if (loaded === null) return enter({ at: 'failed', words: LOAD_FAILED });
    const { kind, material } = loaded;
    const { text } = state.getState();
    asked = text;
    const reading = kind.read(material.config, text);
    const verdict = await judge(kind, material.config, reading, (question) => {
      if (isVoid()) throw new Error('Nobody waits for this check any longer.');
      enter({ at: 'checking', asks: question.ask });
      return tools.gather(question);
    }).catch(asError);
    if (isVoid()) return;
    if (verdict instanceof Error) return enter({ at: 'failed', words: verdict.message });
    conclude(text, verdict);
  };
  const passedReading = async () => {
    const { kind, material } = await load();
    const { passedText } = state.getState();
    return passedText === null ? null : kind.read(material.config, passedText);
  };
  return {
    check,
    stop: () => {
      if (!isUnderWay()) return;
      current += 1;
      tools.stopGathering();
      enter({ at: 'stopped' });
    },
    passedTables: async () => (await passedReading())?.creates ?? [],
    passedRun: async () => (await passedReading())?.plays ?? null,
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
