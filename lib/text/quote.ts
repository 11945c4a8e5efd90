// Putting a value into a command that the user will run. Every value goes through one function.

// Characters that a terminal acts on, that make a text look like another one, or that no terminal can pass on (half a character).
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * One argument of a POSIX shell, in single quotes, so that nothing in it is expanded. `undefined` for a value with control or
 * bidirectional characters: such a command is not offered.
 * INVARIANT: the shell passes on exactly `value`.
 */
export function shellArgument(value: string): string | undefined {
  if (UNSAFE.test(value)) return undefined;
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
