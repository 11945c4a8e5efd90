import type { languages } from 'monaco-editor/editor';
import type { DescriptionSection } from '@/lib/language/describe/description';
import type { Proposal } from '@/lib/language/proposal';
import type { TextEdit } from '@/lib/text/edit';
import type { Range } from '@/lib/text/range';
import { markdown } from './decorations';
import type { HostedHelp } from './editor-handle';
import type { CodeEditor, CodeModel, Monaco } from './monaco-types';

// The language of policies for Monaco: proposals, explanations and fixes, as lib/language computes them for either editor.

interface Served {
  readonly editor: CodeEditor;
  readonly help: HostedHelp;
}

// INVARIANT: there is one Monaco, so there is one editor that is helped.
let served: Served | undefined;

/** The help for the text that Monaco shows now; `undefined` where there is none. */
export function serveMonaco(next: Served | undefined): void {
  served = next;
}

const TAKEN = 'whydenied.taken';

/** Registers everything once; what it knows comes by `serveMonaco`. */
export function registerLanguage(monaco: Monaco): void {
  monaco.editor.registerCommand(TAKEN, (_accessor, selection: Range, asksOn: boolean) => {
    const editor = served?.editor;
    const model = editor?.getModel();
    if (!editor || !model) return;
    editor.setSelection(rangeIn(monaco, model, selection));
    if (asksOn) editor.trigger(TAKEN, 'editor.action.triggerSuggest', {});
  });
  monaco.languages.registerCompletionItemProvider('json', {
    triggerCharacters: ['"', ':', '{', '/', '-'],
    provideCompletionItems: (model, position, { triggerKind }) => {
      const help = helpFor(model);
      const text = model.getValue();
      const offset = model.getOffsetAt(position);
      const comesByItself = triggerKind === monaco.languages.CompletionTriggerKind.TriggerCharacter;
      if (!help || (comesByItself && !help.tools.isTyping(text, offset))) return { suggestions: [] };
      const proposals = help.tools.complete(text, offset, help.context);
      const suggestions = proposals.map((proposal, index) => itemOf(monaco, model, proposal, index));
      return { suggestions, incomplete: true };
    },
  });
  monaco.languages.registerHoverProvider('json', {
    provideHover: (model, position) => {
      const help = helpFor(model);
      const found = help?.tools.hover(model.getValue(), model.getOffsetAt(position), help.context);
      if (!found) return undefined;
      const contents = found.sections.map((section) => ({ value: sectionMarkdown(section) }));
      return { range: rangeIn(monaco, model, found.range), contents };
    },
  });
  monaco.languages.registerCodeActionProvider('json', {
    provideCodeActions: (model, range) => {
      const help = helpFor(model);
      const selection = offsetsIn(model, range);
      const actions = help?.tools.codeActions(model.getValue(), selection, help.findings, help.context) ?? [];
      return {
        actions: actions.map(({ title, kind, edits }, index) => ({
          title: title.replaceAll('`', ''),
          kind: kind === 'fix' ? 'quickfix' : 'refactor.rewrite',
          ...(kind === 'fix' && index === 0 && { isPreferred: true }),
          edit: { edits: edits.map((edit) => workspaceEdit(monaco, model, edit)) },
        })),
        dispose: () => undefined,
      };
    },
  });
}

function helpFor(model: CodeModel): HostedHelp | undefined {
  return served && served.editor.getModel() === model ? served.help : undefined;
}

function rangeIn(monaco: Monaco, model: CodeModel, { start, end }: Range) {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

function offsetsIn(
  model: CodeModel,
  range: languages.CompletionItem['range'] | Parameters<CodeModel['getValueInRange']>[0],
): Range {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = 'insert' in range ? range.replace : range;
  return {
    start: model.getOffsetAt({ lineNumber: startLineNumber, column: startColumn }),
    end: model.getOffsetAt({ lineNumber: endLineNumber, column: endColumn }),
  };
}

function workspaceEdit(monaco: Monaco, model: CodeModel, { range, text }: TextEdit): languages.IWorkspaceTextEdit {
  return {
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: { range: rangeIn(monaco, model, range), text },
  };
}

function itemOf(monaco: Monaco, model: CodeModel, proposal: Proposal, index: number): languages.CompletionItem {
  const { kind, label, detail, edit, further, selection, asksOn } = proposal;
  const range = rangeIn(monaco, model, edit.range);
  // Monaco compares what stands from the beginning of the range to the caret, with the quote or the `${` before the name.
  const before = kind === 'variable' ? '${' : model.getValueInRange(range).startsWith('"') ? '"' : '';
  return {
    label: { label, ...(detail && { description: detail.replaceAll('`', '') }) },
    // Without icons all kinds look alike.
    kind: monaco.languages.CompletionItemKind.Value,
    insertText: edit.text,
    // Lines come indented as they should be.
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
    range,
    filterText: before + label,
    sortText: String(index).padStart(5, '0'),
    additionalTextEdits: further.map(({ range: place, text }) => ({ range: rangeIn(monaco, model, place), text })),
    command: { id: TAKEN, title: '', arguments: [selection, asksOn] },
  };
}

function sectionMarkdown({ heading, lines }: DescriptionSection): string {
  const said = lines.map(markdown);
  return heading === undefined ? said.join('  \n') : `**${markdown(heading)}**  \n${said.join('  \n')}`;
}
