// The only importer of monaco-editor: 700 KB that must come when an editor is used and never before.
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/longLinesHelper/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/placeholderText/register';
import 'monaco-editor/features/wordOperations/register';
import { EDITOR_COLORS, type EditorColors } from './editor-colors';
import { FONT_SIZE, LINE_HEIGHT, NUMBER_GAP, PADDING, SCROLLBAR } from './gutter';
import { tokenizeLine } from './tokenize';

export type Monaco = typeof monaco;
export type CodeEditor = monaco.editor.IStandaloneCodeEditor;
export type CodeModel = monaco.editor.ITextModel;
export type Decorations = monaco.editor.IEditorDecorationsCollection;

let ready = false;

/** Monaco with our JSON colours and themes. */
export function setUpMonaco(): Monaco {
  if (ready) return monaco;
  ready = true;
  self.MonacoEnvironment = {
    getWorker: () => new Worker(new URL('monaco-editor/editor/editor.worker', import.meta.url), { type: 'module' }),
  };
  monaco.languages.register({ id: 'json' });
  monaco.languages.setTokensProvider('json', {
    getInitialState: () => LINE_STATE,
    tokenize: (line) => ({
      tokens: tokenizeLine(line).map((token) => ({ startIndex: token.start, scopes: token.kind })),
      endState: LINE_STATE,
    }),
  });
  monaco.languages.setLanguageConfiguration('json', {
    wordPattern: /(-?\d*\.\d\w*)|([^[\]{}:",\s]+)/g,
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}', notIn: ['string'] },
      { open: '[', close: ']', notIn: ['string'] },
      { open: '"', close: '"', notIn: ['string'] },
    ],
  });
  defineTheme('light', EDITOR_COLORS.light);
  defineTheme('dark', EDITOR_COLORS.dark);
  return monaco;
}

// A JSON token ends with its line, so no line depends on the one before.
const LINE_STATE: monaco.languages.IState = { clone: () => LINE_STATE, equals: () => true };

const BRACKETS = [...[1, 2, 3, 4, 5, 6].map((depth) => `foreground${depth}`), 'unexpectedBracket.foreground'];

function defineTheme(theme: 'light' | 'dark', colors: EditorColors): void {
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

export function themeName(theme: 'light' | 'dark'): string {
  return `whydenied-${theme}`;
}

/** Sizes are those of editor.css, so that nothing moves when Monaco takes the plain editor's place. */
export function editorOptions(fontFamily: string): monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    model: null,
    fontFamily,
    fontSize: FONT_SIZE,
    lineHeight: LINE_HEIGHT,
    fontLigatures: false,
    padding: { top: PADDING, bottom: PADDING },
    glyphMargin: true,
    lineDecorationsWidth: NUMBER_GAP,
    folding: false,
    automaticLayout: true,
    fixedOverflowWidgets: true,
    wordWrap: 'on',
    wrappingIndent: 'none',
    wrappingStrategy: 'advanced',
    scrollBeyondLastLine: false,
    scrollbar: { verticalScrollbarSize: SCROLLBAR, useShadows: false, alwaysConsumeMouseWheel: false },
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: 'none',
    guides: { indentation: false, bracketPairs: false },
    matchBrackets: 'near',
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
    quickSuggestions: false,
    wordBasedSuggestions: 'off',
    links: false,
    contextmenu: false, // the browser's own menu can paste
    dragAndDrop: false, // what is dropped belongs to the page
    dropIntoEditor: { enabled: false },
    renderControlCharacters: true,
    unusualLineTerminators: 'off',
    // Tab goes on to the next control, as in the plain editor: nobody is caught inside.
    tabFocusMode: true,
    tabSize: 2,
    detectIndentation: false,
    accessibilityPageSize: 500,
    stickyScroll: { enabled: false },
    hover: { delay: 250, above: false },
  };
}
