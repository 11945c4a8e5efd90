/** A command that breaks between its words: a browser would break after the hyphens of an option, too. */
export function CommandWords({ children }: { readonly children: string }) {
  return children.split(' ').map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of one command have no other identity.
    <span key={index} className="contents">
      {index > 0 && ' '}
      <span className="wrap-anywhere inline-block max-w-full">{word}</span>
    </span>
  ));
}
