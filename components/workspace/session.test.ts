import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type DraftRecord, type DraftStorage, withMemory } from '@/components/workspace/draft-storage';
import { createSession } from '@/components/workspace/session';
import { createWorkspace } from '@/components/workspace/store';
import { encodeLink } from '@/lib/permalink/codec';

// A browser with a database and locks, in which several tabs are open.

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function fakeStorage() {
  const records = new Map<string, DraftRecord>();
  const fault: { name?: string } = {};
  const check = () => {
    if (fault.name) throw Object.assign(new Error('refused'), { name: fault.name });
  };
  const storage: DraftStorage = {
    save: async (record, after) => {
      check();
      if ((records.get(record.id)?.revision ?? 0) !== after) return 'taken';
      records.set(record.id, structuredClone(record));
      return 'saved';
    },
    load: async (id) => {
      check();
      return structuredClone(records.get(id));
    },
    list: async () => {
      check();
      return [...records.values()];
    },
    remove: async (id) => {
      check();
      records.delete(id);
    },
  };
  return { records, fault, storage };
}

function fakeBrowser() {
  const { records, fault, storage } = fakeStorage();
  const owners = new Map<string, object>();
  const rescued: DraftRecord[] = [];
  let ids = 0;
  /** Opens a tab; `memory` is what its session remembers from before a reload. */
  const tab = (address = '', memory: { draft?: string } = {}, withLocks = true) => {
    const self = {};
    const location = { hash: address };
    const surroundings = { now: () => 7, newId: () => `d${++ids}` };
    const workspace = createWorkspace(surroundings);
    const session = createSession({
      ...surroundings,
      workspace,
      storage: withMemory(storage),
      locks: {
        claim: async (id) => {
          if (withLocks && (owners.get(id) ?? self) !== self) return false;
          for (const [held, owner] of owners) if (owner === self) owners.delete(held);
          owners.set(id, self);
          return true;
        },
      },
      memory: { draft: () => memory.draft, remember: (id) => Object.assign(memory, { draft: id }) },
      rescue: { put: (record) => rescued.push(record), drop: () => rescued.splice(0), take: () => rescued.splice(0) },
      fragment: () => location.hash,
      dropFragment: () => Object.assign(location, { hash: '' }),
    });
    const close = () => {
      for (const [held, owner] of owners) if (owner === self) owners.delete(held);
    };
    return { workspace, state: () => workspace.getState(), session, location, memory, close };
  };
  return { tab, records, fault };
}

const link = encodeLink({ whydenied: 1, title: 'Theirs' });
const THEIRS = 'fragment' in link ? link.fragment : '';
const DELAY = 300;

describe('drafts', () => {
  test('what was typed is saved within the delay, also while typing goes on', async () => {
    const { tab, records } = fakeBrowser();
    const { state, session } = tab();
    await session.begin(undefined);
    expect(records.size).toBe(0);
    state().setTitle('a');
    await vi.advanceTimersByTimeAsync(DELAY - 100);
    state().setTitle('ab');
    await vi.advanceTimersByTimeAsync(100);
    expect([...records.values()]).toMatchObject([{ title: 'ab', revision: 1, changed: 7, document: { title: 'ab' } }]);
    expect(state().storage).toEqual({ state: 'saved' });
  });

  test('a reload brings the draft back', async () => {
    const { tab } = fakeBrowser();
    const before = tab();
    await before.session.begin(undefined);
    before.state().addLevel('scp', 'Root');
    await before.session.flush();
    before.close();
    const after = tab('', before.memory);
    await after.session.begin(undefined);
    expect(after.state().document).toEqual(before.state().document);
    expect(after.state().origin).toEqual(before.state().origin);
    expect(after.state().step).toBe('organization');
  });

  test('a new diagnosis loses none', async () => {
    const { tab, records } = fakeBrowser();
    const { state, session } = tab();
    await session.begin(undefined);
    state().setTitle('First');
    session.startNew();
    state().setTitle('Second');
    await session.flush();
    await session.refreshDrafts();
    expect(
      state()
        .drafts.map(({ title }) => title)
        .toSorted(),
    ).toEqual(['First', 'Second']);
    expect(records.size).toBe(2);
  });

  test('an empty diagnosis is new already', async () => {
    const { state, session } = fakeBrowser().tab();
    await session.begin(undefined);
    const { origin } = state();
    session.startNew();
    expect(state().origin).toBe(origin);
  });

  test('another draft opens, and changes of the one before are saved', async () => {
    const { tab, records } = fakeBrowser();
    const { state, session } = tab();
    await session.begin(undefined);
    state().setTitle('First');
    const first = state().origin.draftId;
    session.startNew();
    state().setTitle('Second');
    await session.openDraft(first);
    expect(state().document.title).toBe('First');
    state().setTitle('First again');
    await session.flush();
    expect(records.get(first)).toMatchObject({ title: 'First again', revision: 2 });
    expect([...records.values()].map(({ title }) => title).toSorted()).toEqual(['First again', 'Second']);
  });

  test('a draft that is gone is told', async () => {
    const { state, session } = fakeBrowser().tab();
    await session.begin(undefined);
    await session.openDraft('nowhere');
    expect(state().notices).toMatchObject([{ kind: 'draft', severity: 'error' }]);
  });

  test('deleting the open draft begins a new one', async () => {
    const { tab, records } = fakeBrowser();
    const { state, session } = tab();
    await session.begin(undefined);
    state().setTitle('First');
    await session.deleteDraft(state().origin.draftId);
    expect(state().document).toEqual({ whydenied: 1 });
    await session.flush();
    expect(records.size).toBe(0);
    expect(state().drafts).toEqual([]);
  });

  test('what a later version stored is opened as far as it goes, what is broken is told', async () => {
    const { tab, records } = fakeBrowser();
    const document = { whydenied: 1, title: 'Old', policies: [{ type: 'acl', document: '' }] };
    records.set('old', { id: 'old', title: 'Old', changed: 1, revision: 4, document });
    const { state, session } = tab('', { draft: 'old' });
    await session.begin(undefined);
    expect(state().document).toEqual({ whydenied: 1, title: 'Old', policies: [] });
    expect(state().notices[0]?.problems).toHaveLength(1);
  });

  test('secrets are not stored, and that is told once', async () => {
    const { tab, records } = fakeBrowser();
    const { state, session } = tab();
    await session.begin(undefined);
    const typed = 'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYab';
    for (let end = 1; end <= typed.length; end++) state().setTitle(typed.slice(0, end));
    await session.flush();
    const [notice] = state().notices;
    expect(notice?.kind).toBe('secrets');
    state().dismiss(notice?.id ?? 0);
    state().setTitle(`${typed} `);
    await session.flush();
    expect(JSON.stringify([...records.values()])).not.toContain('wJalr');
    expect(state().notices).toEqual([]);
  });
});

describe('a tab that goes before it could save', () => {
  test.each([
    ['nothing was saved in time', false],
    ['it was saved in time after all', true],
  ])('%s', async (_, inTime) => {
    const { tab, records } = fakeBrowser();
    const before = tab();
    await before.session.begin(undefined);
    before.state().setTitle('One');
    await before.session.flush();
    before.state().setTitle('One more');
    const kept = new Map(records);
    before.session.leave();
    await before.session.flush();
    if (!inTime) for (const [id, record] of kept) records.set(id, record);
    before.close();
    const after = tab('', before.memory);
    await after.session.begin(undefined);
    expect(after.state().document.title).toBe('One more');
    expect([...records.values()].map(({ title }) => title)).toEqual(['One more']);
  });

  test('a tab that comes back needs no help', async () => {
    const { tab, records } = fakeBrowser();
    const { state, session } = tab();
    await session.begin(undefined);
    state().setTitle('One');
    session.leave();
    session.comeBack();
    state().setTitle('One more');
    await session.flush();
    await tab().session.begin(undefined);
    expect([...records.values()].map(({ title }) => title)).toEqual(['One more']);
  });

  test('another tab has changed the draft since', async () => {
    const { tab, records } = fakeBrowser();
    const before = tab();
    await before.session.begin(undefined);
    before.state().setTitle('One');
    before.session.leave();
    await before.session.flush();
    const [record] = records.values();
    if (record) records.set(record.id, { ...record, title: 'Other', document: { whydenied: 1, title: 'Other' } });
    await tab().session.begin(undefined);
    expect([...records.values()].map(({ title }) => title)).toEqual(['Other', 'One']);
  });
});

describe('two tabs', () => {
  test('the second one gets a copy', async () => {
    const { tab, records } = fakeBrowser();
    const first = tab();
    await first.session.begin(undefined);
    first.state().setTitle('Original');
    await first.session.flush();
    const second = tab('', { ...first.memory });
    await second.session.begin(undefined);
    expect(second.state()).toMatchObject({ document: { title: 'Original (copy)' }, notices: [{ kind: 'draft' }] });
    second.state().setTitle('Copy');
    await second.session.flush();
    expect([...records.values()].map(({ title }) => title)).toEqual(['Original', 'Copy']);
  });

  test('where there are no locks, neither overwrites the other', async () => {
    const { tab, records } = fakeBrowser();
    const first = tab('', {}, false);
    await first.session.begin(undefined);
    first.state().setTitle('Original');
    await first.session.flush();
    const second = tab('', { ...first.memory }, false);
    await second.session.begin(undefined);
    first.state().setTitle('Original, changed');
    await first.session.flush();
    second.state().setTitle('Changed elsewhere');
    await second.session.flush();
    expect([...records.values()].map(({ title }) => title)).toEqual(['Original, changed', 'Changed elsewhere']);
    expect(second.state().notices[0]?.message).toContain('copy');
    second.state().setTitle('Changed elsewhere again');
    await second.session.flush();
    expect(records.size).toBe(2);
    expect(second.memory.draft).toBe(second.state().origin.draftId);
  });
});

describe('storage that refuses', () => {
  test.each([
    ['SecurityError', 'blocked'],
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'failed'],
  ] as const)('%s is said, and nothing typed is lost', async (name, status) => {
    const { tab, fault, records } = fakeBrowser();
    fault.name = name;
    const { state, session } = tab('', { draft: 'd0' });
    await session.begin(undefined);
    state().setTitle('First');
    await session.flush();
    expect(state().storage.state).toBe(status);
    const first = state().origin.draftId;
    session.startNew();
    state().setTitle('Second');
    await session.openDraft(first);
    expect(state().document.title).toBe('First');
    delete fault.name;
    state().setTitle('First again');
    await session.flush();
    expect(state().storage.state).toBe('saved');
    expect(records.get(first)?.title).toBe('First again');
  });
});

describe('what someone else linked to', () => {
  test('opens from the address, and own drafts are untouched', async () => {
    const { tab, records } = fakeBrowser();
    const { state, session } = tab(THEIRS);
    await session.begin(undefined);
    expect(state()).toMatchObject({ ready: true, origin: { kind: 'received' }, document: { title: 'Theirs' } });
    await session.flush();
    expect(records.size).toBe(0);
  });

  test('pasted into an open tab, it is left again for what was there', async () => {
    const { tab } = fakeBrowser();
    const { state, session, location } = tab();
    await session.begin(undefined);
    state().setTitle('Mine');
    location.hash = THEIRS;
    await session.fragmentChanged();
    expect(state()).toMatchObject({ origin: { kind: 'received' }, document: { title: 'Theirs' } });
    location.hash = '';
    await session.fragmentChanged();
    expect(state()).toMatchObject({ origin: { kind: 'draft' }, document: { title: 'Mine' } });
  });

  test('opened first, it is left for an empty diagnosis', async () => {
    const { state, session, location } = fakeBrowser().tab(THEIRS);
    await session.begin(undefined);
    await session.leaveReceived();
    expect(state()).toMatchObject({ origin: { kind: 'draft' }, document: { whydenied: 1 } });
    expect(location.hash).toBe('');
  });

  test('made one’s own, it is a new draft', async () => {
    const { tab, records } = fakeBrowser();
    const { state, session, location } = tab();
    await session.begin(undefined);
    state().setTitle('Mine');
    location.hash = THEIRS;
    await session.fragmentChanged();
    session.makeItMine();
    await session.flush();
    expect(location.hash).toBe('');
    expect([...records.values()].map(({ title }) => title).toSorted()).toEqual(['Mine', 'Theirs']);
    state().setTitle('Theirs, changed');
    await session.flush();
    expect(records.get(state().origin.draftId)?.title).toBe('Theirs, changed');
  });

  test('a broken link is told beside one’s own draft', async () => {
    const { tab } = fakeBrowser();
    const { state, session, location } = tab(THEIRS.slice(0, -5));
    await session.begin(undefined);
    expect(state()).toMatchObject({ ready: true, origin: { kind: 'draft' }, notices: [{ kind: 'link' }] });
    state().setTitle('Mine');
    location.hash = THEIRS.slice(0, -6);
    await session.fragmentChanged();
    expect(state().document.title).toBe('Mine');
  });

  test('another fragment means nothing', async () => {
    const { state, session, location } = fakeBrowser().tab();
    await session.begin(undefined);
    state().setTitle('Mine');
    location.hash = '#verdict';
    await session.fragmentChanged();
    expect(state().document.title).toBe('Mine');
  });
});

describe('what was handed over', () => {
  test('a paste begins a new draft', async () => {
    const { state, session } = fakeBrowser().tab();
    await session.begin({
      kind: 'paste',
      text: 'User: arn:aws:iam::123456789012:user/J is not authorized to perform: s3:GetObject',
    });
    expect(state().document.request?.action).toBe('s3:GetObject');
    await session.begin({ kind: 'document', document: { whydenied: 1, title: 'Example' } });
    expect(state().document.title).toBe('Example');
  });

  test('a file that is no diagnosis is refused in a sentence', async () => {
    const { state, session } = fakeBrowser().tab();
    await session.begin(undefined);
    state().setTitle('Mine');
    session.importText('[]');
    expect(state()).toMatchObject({ document: { title: 'Mine' }, notices: [{ kind: 'import', severity: 'error' }] });
    session.importText('{"whydenied":1,"title":"Imported"}');
    expect(state().document.title).toBe('Imported');
  });
});
