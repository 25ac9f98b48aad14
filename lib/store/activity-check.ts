// The check: what can be said without the database, then what the database has to say, then the verdict.
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
    if (reading.wants === null) return conclude(text, reading.verdict);
    enter({ at: 'checking' });
    const outcomes = await tools.runScript(reading.wants.statements, { reset: true }).catch(asError);
    if (isVoid()) return;
    if (outcomes instanceof Error) return enter({ at: 'failed', words: outcomes.message });
    conclude(text, kind.grade(material.config, reading, { source: 'database', outcomes }));
  };
  return {
    check,
    stop: () => {
      current += 1;
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
