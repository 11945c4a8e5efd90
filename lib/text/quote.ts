// Putting a value into a command or a query that the user will run. One function for each dialect; every value goes through one.

// Characters that a terminal acts on, or that make a text look like another one.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Whether a value may stand in a command at all: no control and no bidirectional characters. */
export function isQuotable(value: string): boolean {
  return !UNSAFE.test(value);
}

/**
 * One argument of a POSIX shell, in single quotes, so that nothing in it is expanded. `undefined` for a value with control or
 * bidirectional characters: such a command is not offered.
 * INVARIANT: the shell passes on exactly `value`.
 */
export function shellArgument(value: string): string | undefined {
  if (!isQuotable(value)) return undefined;
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

/** A text literal of Athena's and CloudTrail Lake's SQL. `undefined` as above. */
export function sqlString(value: string): string | undefined {
  return isQuotable(value) ? `'${value.replaceAll("'", "''")}'` : undefined;
}
