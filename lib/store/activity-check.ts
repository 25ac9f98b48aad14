// The check: what can be said without the database, then what the database has to say, then the verdict.
import { judge } from '@/lib/activities/judge';
import type { Verdict } from '@/lib/activities/verdict';
import type { ActivityParts, ActivityStore, CheckPhase } from './activity';

const LOAD_FAILED =
  'The check could not be loaded. Your text is safe. See whether you are online, and try again.';

type Checking = Pick<ActivityStore, 'check' | 'stop' | 'passedTables'>;

export function checkAnswer({ state, tools, load }: ActivityParts): Checking {
  // A newer check, or stopping, makes an older one's answer void.
  let current = 0;
  const enter = (phase: CheckPhase) => state.setState({ phase });

  const conclude = (text: string, verdict: Verdict) => {
    state.setState({ checked: { text, verdict }, phase: { at: 'checked' } });
    if (!verdict.passed) return;
    state.setState({ passedText: text });
    tools.keep.savePassed(text);
    tools.onPassed();
  };
  const check = async () => {
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
    const reading = kind.read(material.config, text);
    if (reading.wants.length > 0) enter({ at: 'checking' });
    const verdict = await judge(kind, material.config, reading, tools.gather).catch(asError);
    if (isVoid()) return;
    if (verdict instanceof Error) return enter({ at: 'failed', words: verdict.message });
    conclude(text, verdict);
  };
  return {
    check,
    stop: () => {
      current += 1;
      tools.stopGathering();
      enter({ at: 'stopped' });
    },
    passedTables: async () => {
      const { kind, material } = await load();
      const { passedText } = state.getState();
      return passedText === null ? [] : kind.read(material.config, passedText).creates;
    },
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
