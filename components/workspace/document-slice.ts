import type { Change, ReadState } from '@/components/workspace/change';
import type { Content, PolicyKey } from '@/components/workspace/content';
import { isStroke, type Typing } from '@/components/workspace/history';
import type { DocumentSlice } from '@/components/workspace/state';
import { settledByHand } from '@/lib/diagnosis/conflicts';
import { setAccountFact, setAvailability, setTitle } from '@/lib/diagnosis/edit';
import {
  addLevel,
  addPolicy,
  policiesOf,
  policyText,
  removePolicy,
  renameLevel,
  renamePolicy,
  restoreOriginal,
  setAttachedTo,
  setPolicyArn,
  setPolicyText,
  setPolicyType,
} from '@/lib/diagnosis/edit-policies';
import {
  contextPath,
  contextValueOf,
  removeContextKey,
  setContextKey,
  setKeyAbsent,
  setKeyPresent,
  setRequestField,
} from '@/lib/diagnosis/edit-request';
import { fillReferences } from '@/lib/diagnosis/fill-references';
import type { DiagnosisDocument, DocumentContextValue, DocumentPolicy } from '@/lib/diagnosis/schema';

type Actions = Omit<DocumentSlice, keyof Content>;

/** The pure edits of lib/diagnosis, each wrapped once: recorded for undo, policies named by their key. */
export function documentActions(get: ReadState, change: Change, cut: (text: string) => string): Actions {
  const edit = (field: string, apply: (document: DiagnosisDocument) => DiagnosisDocument, typing?: Typing) => {
    change(field, (content) => ({ ...content, document: apply(content.document) }), typing);
  };
  const editPolicy = (
    key: PolicyKey,
    field: string,
    apply: (document: DiagnosisDocument, index: number) => DiagnosisDocument,
    typing?: (policy: DocumentPolicy) => Typing,
  ) => {
    const index = get().policyKeys.indexOf(key);
    const policy = policiesOf(get().document)[index];
    if (policy) edit(`${field}:${key}`, (document) => apply(document, index), typing?.(policy));
  };
  const add = (apply: (document: DiagnosisDocument) => DiagnosisDocument): PolicyKey | undefined => {
    const before = get().policyKeys;
    edit('add', apply);
    const key = get().policyKeys.find((candidate) => !before.includes(candidate));
    if (key !== undefined) get().select(key);
    return key;
  };
  const setFact = (path: string, apply: (document: DiagnosisDocument) => DiagnosisDocument, typing?: Typing) => {
    edit(path, (document) => settledByHand(apply(document), path), typing);
  };
  return {
    setTitle: (title) =>
      edit('title', (document) => setTitle(document, title), { before: get().document.title ?? '', after: title }),
    setRequestField: (field, typed) => {
      const value = cut(typed);
      const typing = { before: get().document.request?.[field] ?? '', after: value };
      setFact(`request.${field}`, (document) => setRequestField(document, field, value), typing);
    },
    setContextKey: (key, value) => {
      const typing = { before: printed(contextValueOf(get().document, key)), after: printed(value) };
      setFact(contextPath(get().document, key), (document) => setContextKey(document, key, value), typing);
    },
    setKeyAbsent: (key) => setFact(contextPath(get().document, key), (document) => setKeyAbsent(document, key)),
    setKeyPresent: (key) => setFact(contextPath(get().document, key), (document) => setKeyPresent(document, key)),
    removeContextKey: (key) => setFact(contextPath(get().document, key), (document) => removeContextKey(document, key)),
    setAccountFact: (fact, value) => edit(fact, (document) => setAccountFact(document, fact, value)),
    setAvailability: (type, availability) =>
      edit(`availability.${type}`, (document) => setAvailability(document, type, availability)),
    addPolicy: (policy) => {
      const text = policy.text && cut(policy.text);
      return add((document) => addPolicy(document, { ...policy, ...(text && { text }) }));
    },
    addLevel: (type, label) => add((document) => addLevel(document, type, label)),
    renameLevel: (type, label, renamed) =>
      edit(`level.${type}`, (document) => renameLevel(document, type, label, renamed), {
        before: label ?? '',
        after: renamed,
      }),
    renamePolicy: (key, name) =>
      editPolicy(
        key,
        'name',
        (document, index) => renamePolicy(document, index, name),
        (policy) => ({ before: policy.name ?? '', after: name }),
      ),
    setPolicyText: (key, typed) => {
      const policy = policiesOf(get().document)[get().policyKeys.indexOf(key)];
      const before = policy && policyText(policy);
      // A key press is not searched for secrets, a paste is; what is stored is searched in any case.
      const text = before !== undefined && isStroke({ before, after: typed }) ? typed : cut(typed);
      editPolicy(
        key,
        'text',
        (document, index) => setPolicyText(document, index, text),
        (edited) => ({ before: policyText(edited), after: text }),
      );
    },
    fillReferences: (key, values) => {
      const clean = new Map(Array.from(values, ([name, value]) => [name, cut(value.trim())]));
      editPolicy(key, 'text', (document, index) => fillReferences(document, index, clean));
    },
    restoreOriginal: (key) => editPolicy(key, 'text', restoreOriginal),
    setPolicyType: (key, type) => editPolicy(key, 'type', (document, index) => setPolicyType(document, index, type)),
    setAttachedTo: (key, attachedTo) =>
      editPolicy(
        key,
        'attached',
        (document, index) => setAttachedTo(document, index, attachedTo),
        (policy) => ({ before: policy.attachedTo ?? '', after: attachedTo }),
      ),
    setPolicyArn: (key, arn) =>
      editPolicy(
        key,
        'arn',
        (document, index) => setPolicyArn(document, index, arn),
        (policy) => ({ before: policy.arn ?? '', after: arn }),
      ),
    removePolicy: (key) => {
      const index = get().policyKeys.indexOf(key);
      if (index < 0) return;
      change('remove', (content) => ({
        ...content,
        document: removePolicy(content.document, index),
        policyKeys: content.policyKeys.toSpliced(index, 1),
      }));
    },
  };
}

function printed(value: DocumentContextValue | undefined): string {
  return Array.isArray(value) ? value.join('\n') : String(value ?? '');
}
