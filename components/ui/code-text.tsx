import { nameSegments, sentenceParts } from './sentence';

/** A sentence with its `names` set as code. Everything is text: nothing in it can become markup. */
export function CodeText({ children }: { readonly children: string }) {
  return sentenceParts(children).map((part, index) =>
    part.code ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other identity.
      <code key={index} className="rounded-[4px] bg-surface-sunken px-[0.25em] py-[0.1em] box-decoration-clone">
        <Name>{part.text}</Name>
      </code>
    ) : (
      part.text
    ),
  );
}

/** A name that breaks after `:` and `/` alone; a segment longer than the whole line breaks where it must. */
export function Name({ children }: { readonly children: string }) {
  // A command has blanks to break at.
  if (/\s/.test(children)) return <span className="wrap-anywhere">{children}</span>;
  return nameSegments(children).map((segment, index) => (
    // An inline block goes to the next line as a whole, also at a hyphen, and yet never leaves its container.
    // biome-ignore lint/suspicious/noArrayIndexKey: segments of one name have no other identity.
    <span key={index} className="wrap-anywhere inline-block max-w-full">
      {segment}
    </span>
  ));
}
