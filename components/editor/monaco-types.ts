import type * as monaco from 'monaco-editor/editor';

export type Monaco = typeof monaco;
export type CodeEditor = monaco.editor.IStandaloneCodeEditor;
export type CodeModel = monaco.editor.ITextModel;
export type Decorations = monaco.editor.IEditorDecorationsCollection;
