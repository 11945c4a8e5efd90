'use client';

import { Search } from 'lucide-react';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { useWizard } from '@/components/wizard/wizard-context';

const CommandList = dynamic(() => import('./command-list'), { ssr: false });

/** Opens the command list, by a click or by Ctrl+K. */
export function CommandButton() {
  const router = useRouter();
  const { openStep } = useWizard();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const openPage = useCallback((href: Route) => router.push(href), [router]);
  const onOpenChange = (next: boolean) => {
    setOpen(next);
    if (next) setWanted(true);
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(true);
      setOpen((shown) => !shown);
    };
    // Before the editor, which would wait for a second key.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);

  return (
    <>
      <button
        type="button"
        title="Commands (Ctrl+K)"
        onClick={() => onOpenChange(true)}
        className="target inline-flex items-center gap-1.5 rounded-control px-2 py-1 text-small text-text-muted hover:bg-surface-sunken hover:text-text max-mid:hidden"
      >
        <Search aria-hidden className="size-4" />
        <span className="sr-only">Commands</span>
        <kbd aria-hidden className="whitespace-nowrap max-[90rem]:hidden">
          Ctrl K
        </kbd>
      </button>
      {wanted && <CommandList open={open} onOpenChange={onOpenChange} openStep={openStep} openPage={openPage} />}
    </>
  );
}
