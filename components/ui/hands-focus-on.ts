/**
 * A `ref` for what goes away once it is answered. If it has the focus then, the nearest section around that stays takes it: otherwise
 * nothing would have it, and the Tab key would begin at the top of the page.
 */
export function handsFocusOn(node: HTMLElement | null): (() => void) | undefined {
  if (node === null) return undefined;
  // React lets go of a ref while its element still stands in the page.
  return () => {
    if (!node.contains(document.activeElement)) return;
    const around = sectionsAround(node);
    requestAnimationFrame(() => {
      const home = around.find((section) => section.isConnected);
      if (home === undefined || document.activeElement !== document.body) return;
      home.tabIndex = -1;
      home.focus({ preventScroll: true });
    });
  };
}

/** From the inside out. */
function sectionsAround(node: HTMLElement): readonly HTMLElement[] {
  const section = node.parentElement?.closest<HTMLElement>('section, main');
  return section ? [section, ...sectionsAround(section)] : [];
}
