/** What lies over the page while files are dragged. */
export function DropOverlay() {
  return (
    <div className="pointer-events-none fixed inset-0 z-40 flex items-center justify-center bg-[color-mix(in_oklab,var(--color-surface)_80%,transparent)] p-6">
      <p className="rounded-panel border-2 border-accent border-dashed bg-surface-raised px-8 py-6 text-lead">
        Drop CloudTrail’s files, or a folder of them
      </p>
    </div>
  );
}
