// What the part of an address after its `#` asks for.

export type Wanted =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'preset'; readonly name: string }
  | { readonly kind: 'run'; readonly link: string };

const PRESET = 'p=';
const RUN = 's=';

/** What a hash asks for, with its `#` or without; nothing where it is about something else. */
export function wantedBy(hash: string): Wanted {
  const asked = hash.replace(/^#/, '');
  if (asked.startsWith(PRESET)) return { kind: 'preset', name: nameIn(asked.slice(PRESET.length)) };
  if (asked.startsWith(RUN)) return { kind: 'run', link: asked.slice(RUN.length) };
  return { kind: 'nothing' };
}

export const presetHash = (name: string): string => `#${PRESET}${encodeURIComponent(name)}`;

export const runHash = (link: string): string => `#${RUN}${link}`;

/** An address that was badly cut is still the name of no preset. */
function nameIn(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
