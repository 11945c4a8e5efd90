'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { showToast } from '@/components/ui/toasts';
import { handOff } from '@/components/workspace/handoff';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { encodeLink } from '@/lib/permalink/codec';

/** Takes the check on: into the wizard, or to someone else. */
export function CheckLinks({ document }: { readonly document: DiagnosisDocument }) {
  const router = useRouter();
  const openInWizard = async () => {
    await handOff({ kind: 'document', document });
    router.push('/diagnose');
  };
  const link = (): string => {
    const encoded = encodeLink(document);
    if ('refused' in encoded) {
      showToast(encoded.refused);
      return '';
    }
    if (encoded.cut.length > 0) showToast('Secrets in the policy were left out of the link.');
    return `${location.origin}${process.env.NEXT_PUBLIC_BASE_PATH ?? ''}/diagnose/${encoded.fragment}`;
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => void openInWizard()}>Open in the wizard</Button>
      <span>
        <CopyButton text={link} label="Copy link" size="medium" />
      </span>
    </div>
  );
}
