'use client';

import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './button';
import { CodeText } from './code-text';
import { IconButton } from './icon-button';
import { currentToasts, dismissToast, subscribeToToasts, type Toast } from './toasts';

const NONE: readonly Toast[] = [];
const SHOWN_MS = 7000;

/** Once on every page. Stands before the first toast, or screen readers would not tell it. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, () => NONE);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex flex-col items-center gap-2 print:hidden"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    // One with something to press stays until it is pressed or closed: nobody has to be quick.
    if (held || toast.action) return;
    const timer = window.setTimeout(() => dismissToast(toast.id), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [held, toast]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from going.
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-prose items-center gap-3 rounded-panel border border-line bg-surface-raised py-2 pr-2 pl-4 shadow-popover"
    >
      <p className="min-w-0">
        <CodeText>{toast.text}</CodeText>
      </p>
      {toast.action && (
        <Button
          size="small"
          onClick={() => {
            toast.action?.run();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label="Close" icon={<X aria-hidden className="size-4" />} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
