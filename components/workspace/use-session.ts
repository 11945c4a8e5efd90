import { useEffect, useState } from 'react';
import { draftStorage, withMemory } from '@/components/workspace/draft-storage';
import { takeHandoff } from '@/components/workspace/handoff';
import { newId } from '@/components/workspace/new-id';
import { browserRescue } from '@/components/workspace/rescue';
import { createSession, type Session, type SessionEvents } from '@/components/workspace/session';
import { useWorkspace } from '@/components/workspace/store';
import { draftLocks, tabMemory } from '@/components/workspace/tab';

let shared: (Session & SessionEvents) | undefined;

/** The page's one session. For event handlers and effects; it needs a browser. */
export function session(): Session & SessionEvents {
  shared ??= createSession({
    workspace: useWorkspace,
    storage: withMemory(draftStorage()),
    // Missing where the page is served without TLS from another host than this one.
    locks: draftLocks('locks' in navigator ? navigator.locks : undefined),
    memory: tabMemory,
    rescue: browserRescue,
    now: () => Date.now(),
    newId,
    fragment: () => location.hash,
    dropFragment: () => {
      if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
    },
  });
  return shared;
}

/**
 * Begins the session when the page appears, and follows links pasted into the address. Call it once, on the page.
 * Gives whether another page handed something over: the person came from there and is in the middle of it.
 */
export function useSession(): boolean {
  const [handedOver, setHandedOver] = useState(false);
  useEffect(() => {
    const { begin, fragmentChanged, flush, leave, comeBack } = session();
    const followFragment = () => void fragmentChanged();
    const save = () => void flush();
    const returned = ({ persisted }: PageTransitionEvent) => {
      if (persisted) comeBack();
    };
    const handoff = takeHandoff();
    if (handoff) setHandedOver(true);
    void begin(handoff);
    window.addEventListener('hashchange', followFragment);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', returned);
    document.addEventListener('visibilitychange', save);
    return () => {
      save();
      window.removeEventListener('hashchange', followFragment);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', returned);
      document.removeEventListener('visibilitychange', save);
    };
  }, []);
  return handedOver;
}
