// The only importer of monaco-editor: 700 KB that must come when an editor is used and never before.
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/longLinesHelper/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/placeholderText/register';
// `features/suggest/register` brings everything but the list of proposals itself.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/wordOperations/register';
import { FONT_SIZE, LINE_HEIGHT, NUMBER_GAP, PADDING, SCROLLBAR } from './gutter';
import { registerLanguage } from './monaco-language';
import { defineThemes } from './monaco-theme';
import type { Monaco } from './monaco-types';
import { tokenizeLine } from './tokenize';

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
  registerLanguage(monaco);
  defineThemes(monaco);
  return monaco;
}

// A JSON token ends with its line, so no line depends on the one before.
const LINE_STATE: monaco.languages.IState = { clone: () => LINE_STATE, equals: () => true };

/** A target that can be hit. */
const SUGGESTION_HEIGHT = 24;

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
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
    quickSuggestions: { strings: 'on', other: 'on', comments: 'off' },
    suggest: {
      insertMode: 'replace',
      matchOnWordStartOnly: false,
      showIcons: false,
      snippetsPreventQuickSuggestions: false,
    },
    suggestSelection: 'first',
    suggestFontSize: FONT_SIZE,
    suggestLineHeight: SUGGESTION_HEIGHT,
    acceptSuggestionOnCommitCharacter: false,
    inlineSuggest: { enabled: false },
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
