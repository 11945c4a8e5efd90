import { createPortal } from 'react-dom';
import { CodeText } from '@/components/ui/code-text';
import type { Mark } from '@/lib/explanation/mark';
import type { HoveredMarks } from './use-mark-hover';

interface MarkHoverProps {
  readonly hovered: HoveredMarks;
  readonly marks: readonly Mark[];
}

/** The reasons under the pointer. The list below the editor says the same to keyboards and screen readers. */
export function MarkHover({ hovered, marks }: MarkHoverProps) {
  const messages = [...new Set(hovered.marks.map((index) => marks[index]?.message ?? ''))].filter(Boolean);
  if (messages.length === 0) return null;
  const above = hovered.y > window.innerHeight * 0.6;
  return createPortal(
    <div
      aria-hidden
      className="pointer-events-none fixed z-40 flex max-w-[min(26rem,calc(100vw-1rem))] flex-col gap-1.5 rounded-control border border-line bg-surface-raised px-3 py-2 text-small shadow-popover"
      style={{
        left: Math.max(8, Math.min(hovered.x - 16, window.innerWidth - 432)),
        ...(above ? { bottom: window.innerHeight - hovered.y + 14 } : { top: hovered.y + 18 }),
      }}
    >
      {messages.map((message) => (
        <p key={message}>
          <CodeText>{message}</CodeText>
        </p>
      ))}
    </div>,
    document.body,
  );
}
