// Monaco's colours, taken from the page's tokens: made when it loads and again whenever the theme changes.
import type * as Monaco from 'monaco-editor/editor';

const NAME = 'page';

/** Keeps Monaco in the page's theme for as long as the page lives. */
export function followTheme(monaco: typeof Monaco): void {
  const show = () => {
    monaco.editor.defineTheme(NAME, themeOf(getComputedStyle(document.documentElement)));
    monaco.editor.setTheme(NAME);
  };
  show();
  new MutationObserver(show).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

function themeOf(style: CSSStyleDeclaration): Monaco.editor.IStandaloneThemeData {
  const token = (name: string) => sixDigits(style.getPropertyValue(`--${name}`).trim());
  const soft = (name: string, alpha: string) => `${token(name)}${alpha}`;
  const rule = (scope: string, name: string) => ({ token: scope, foreground: token(name).slice(1) });
  return {
    base: style.colorScheme.includes('dark') ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', 'ink'),
      rule('plain', 'ink'),
      rule('key', 'accent'),
      rule('type', 'delivered'),
      rule('comment', 'ink-2'),
    ],
    colors: {
      'editor.background': token('panel'),
      'editor.foreground': token('ink'),
      'editorCursor.foreground': token('ink'),
      'editor.selectionBackground': soft('accent', '33'),
      'editor.inactiveSelectionBackground': soft('accent', '22'),
      'editor.lineHighlightBackground': '#00000000',
      'editor.lineHighlightBorder': '#00000000',
      'editorLineNumber.foreground': token('ink-3'),
      'editorLineNumber.activeForeground': token('ink-3'),
      'editorError.foreground': token('dead'),
      'editorWarning.foreground': token('pending'),
      'editorInfo.foreground': token('accent'),
      'editorWidget.background': token('panel'),
      'editorWidget.foreground': token('ink'),
      'editorWidget.border': token('line-strong'),
      'editorHoverWidget.background': token('panel'),
      'editorHoverWidget.foreground': token('ink'),
      'editorHoverWidget.border': token('line-strong'),
      'editorSuggestWidget.background': token('panel'),
      'editorSuggestWidget.foreground': token('ink'),
      'editorSuggestWidget.border': token('line-strong'),
      'editorSuggestWidget.selectedBackground': token('accent-soft'),
      'editorSuggestWidget.selectedForeground': token('ink'),
      'editorSuggestWidget.highlightForeground': token('accent'),
      'editorSuggestWidget.focusHighlightForeground': token('accent'),
      'editorBracketHighlight.foreground1': token('ink'),
      'editorBracketHighlight.foreground2': token('ink'),
      'editorBracketHighlight.foreground3': token('ink'),
      'editorBracketMatch.background': token('sunk'),
      'editorBracketMatch.border': token('line-strong'),
      'diffEditor.insertedTextBackground': soft('delivered', '1f'),
      'diffEditor.removedTextBackground': soft('dead', '1f'),
      'diffEditor.insertedLineBackground': soft('delivered', '14'),
      'diffEditor.removedLineBackground': soft('dead', '10'),
      'diffEditor.diagonalFill': token('line'),
      'scrollbarSlider.background': soft('ink-3', '44'),
      'scrollbarSlider.hoverBackground': soft('ink-3', '66'),
      'scrollbarSlider.activeBackground': soft('ink-3', '88'),
      'widget.shadow': '#00000022',
      focusBorder: token('accent'),
    },
  };
}

/** Builds shorten colours, and Monaco reads only long ones. */
const sixDigits = (colour: string): string =>
  /^#[\da-f]{3}$/i.test(colour) ? colour.replace(/[\da-f]/gi, '$&$&') : colour;
