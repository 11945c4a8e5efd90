import { showToast } from '@/components/ui/toasts';
import { useWorkspace } from '@/components/workspace/store';
import { encodeLink } from '@/lib/permalink/codec';

/** The link to the diagnosis as it is now; nothing where none can be made, which is told then. */
export function makeLink(): string | undefined {
  const { document, tell } = useWorkspace.getState();
  const encoded = encodeLink(document);
  if ('refused' in encoded) {
    tell({ kind: 'link', severity: 'error', message: encoded.refused, problems: [] });
    return undefined;
  }
  if (encoded.cut.length > 0) tell({ kind: 'secrets', severity: 'info', message: LEFT_OUT, problems: [] });
  return `${location.origin}${location.pathname}${encoded.fragment}`;
}

/** Copies the link where no button can say that it was copied. */
export async function copyLink(): Promise<void> {
  const link = makeLink();
  if (link === undefined) return;
  try {
    await navigator.clipboard.writeText(link);
    showToast('Link copied.');
  } catch {
    showToast('The browser did not allow copying. Export the diagnosis as a file instead.');
  }
}

const LEFT_OUT = 'Secrets in the diagnosis were left out of the link.';
