import { EDITOR_COLORS, type EditorColors } from './editor-colors';
import type { Monaco } from './monaco-types';

/** Both themes, from the page's own colours. */
export function defineThemes(monaco: Monaco): void {
  defineTheme(monaco, 'light', EDITOR_COLORS.light);
  defineTheme(monaco, 'dark', EDITOR_COLORS.dark);
}

const BRACKETS = [...[1, 2, 3, 4, 5, 6].map((depth) => `foreground${depth}`), 'unexpectedBracket.foreground'];

function defineTheme(monaco: Monaco, theme: 'light' | 'dark', colors: EditorColors): void {
  monaco.editor.defineTheme(themeName(theme), {
    base: theme === 'light' ? 'vs' : 'vs-dark',
    inherit: false,
    rules: [
      { token: '', foreground: colors.text },
      { token: 'key', foreground: colors.key },
      { token: 'string', foreground: colors.string },
      { token: 'literal', foreground: colors.literal },
      { token: 'punctuation', foreground: colors.punctuation },
    ],
    colors: {
      'editor.background': colors.surface,
      'editor.foreground': colors.text,
      'editorGutter.background': colors.surface,
      'editorLineNumber.foreground': colors.muted,
      'editorLineNumber.activeForeground': colors.text,
      'editorCursor.foreground': colors.text,
      'editor.selectionBackground': `${colors.accent}42`,
      'editor.inactiveSelectionBackground': `${colors.accent}2b`,
      'editor.findMatchBackground': `${colors.accent}66`,
      'editor.findMatchHighlightBackground': `${colors.accent}33`,
      'editorBracketMatch.background': `${colors.accent}22`,
      'editorBracketMatch.border': colors.accent,
      'editor.rangeHighlightBackground': '#00000000',
      'editor.hoverHighlightBackground': '#00000000',
      'editor.placeholder.foreground': colors.muted,
      // Colour means outcome, so brackets by depth have none; the option for it does not reach every model.
      ...Object.fromEntries(BRACKETS.map((bracket) => [`editorBracketHighlight.${bracket}`, colors.punctuation])),
      'editorWidget.background': colors.surface,
      'editorWidget.foreground': colors.text,
      'editorWidget.border': colors.line,
      'editorHoverWidget.background': colors.surface,
      'editorHoverWidget.foreground': colors.text,
      'editorHoverWidget.border': colors.line,
      ...widgetColors(colors),
      'textCodeBlock.background': colors.sunken,
      'textPreformat.background': colors.sunken,
      'textPreformat.foreground': colors.text,
      'input.background': colors.surface,
      'input.foreground': colors.text,
      'input.border': colors.control,
      'input.placeholderForeground': colors.muted,
      'icon.foreground': colors.muted,
      'toolbar.hoverBackground': colors.sunken,
      focusBorder: colors.accent,
      'widget.shadow': '#00000029',
      'scrollbar.shadow': '#00000000',
      'scrollbarSlider.background': `${colors.control}66`,
      'scrollbarSlider.hoverBackground': `${colors.control}99`,
      'scrollbarSlider.activeBackground': colors.control,
    },
  });
}

/** The list of proposals, and that of fixes. */
function widgetColors(colors: EditorColors): Record<string, string> {
  return {
    'editorSuggestWidget.background': colors.surface,
    'editorSuggestWidget.border': colors.line,
    'editorSuggestWidget.foreground': colors.text,
    'editorSuggestWidget.highlightForeground': colors.accent,
    'editorSuggestWidget.focusHighlightForeground': colors.accent,
    'editorSuggestWidget.selectedBackground': colors.sunken,
    'editorSuggestWidget.selectedForeground': colors.text,
    'editorActionList.background': colors.surface,
    'editorActionList.foreground': colors.text,
    'editorActionList.focusBackground': colors.sunken,
    'editorActionList.focusForeground': colors.text,
    'menu.background': colors.surface,
    'menu.foreground': colors.text,
    'menu.border': colors.line,
    'menu.separatorBackground': colors.line,
    'editorLightBulb.foreground': colors.muted,
    'editorLightBulbAutoFix.foreground': colors.accent,
    'list.hoverBackground': colors.sunken,
    'list.focusBackground': colors.sunken,
    'list.focusOutline': colors.accent,
    descriptionForeground: colors.muted,
    'pickerGroup.foreground': colors.muted,
  };
}

export function themeName(theme: 'light' | 'dark'): string {
  return `whydenied-${theme}`;
}
