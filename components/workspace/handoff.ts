import type { DiagnosisDocument } from '@/lib/diagnosis/schema';

// What one page gives the workspace to open: kept in memory over a navigation inside the app, and in the tab's own storage
// in case that navigation turns into a load of the page. Never in the address, never on the network.

export type Handoff =
  /** Whatever was pasted or dropped; the workspace recognises it. */
  | { readonly kind: 'paste'; readonly text: string }
  /** An example, or another document of one's own. */
  | { readonly kind: 'document'; readonly document: DiagnosisDocument };

const PLACE = 'whydenied-handoff';

let waiting: Handoff | undefined;

/** Hands something over. When the promise is done, go to `/diagnose/`. */
export async function handOff(handoff: Handoff): Promise<void> {
  waiting = handoff;
  try {
    // Loaded on demand: the start page stays small, and only what holds no secret is stored.
    const { cutSecrets } = await import('@/lib/evidence/secrets');
    sessionStorage.setItem(PLACE, cutSecrets(JSON.stringify(handoff)).text);
  } catch {
    // Storage is blocked or full: memory will do, unless the page is loaded anew.
  }
}

/** Takes what was handed over, once. */
export function takeHandoff(): Handoff | undefined {
  const taken = waiting ?? stored();
  waiting = undefined;
  try {
    sessionStorage.removeItem(PLACE);
  } catch {
    // Blocked storage holds nothing either.
  }
  return taken;
}

function stored(): Handoff | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
    return isHandoff(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHandoff(value: unknown): value is Handoff {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'paste') return 'text' in value && typeof value.text === 'string';
  return value.kind === 'document' && 'document' in value;
}
