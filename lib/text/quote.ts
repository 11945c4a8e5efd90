// Putting a value into a command, a query or a table that the user will use. Every value goes through one function of its language.

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

/**
 * An argument that `shellArgument` made, for a script that begins with `bang=$(printf "\\041")`. A prompt of an older bash puts an earlier
 * command in the place of `!`, even in quotes that began lines before, and such scripts are pasted into prompts.
 */
export function inScript(quoted: string): string {
  return quoted.replaceAll('!', `'"$bang"'`);
}

/** A script as one command for the prompt of any shell. `script` is ours, with all values in it quoted. */
export function bashCommand(script: string): string {
  return `bash -c '${script.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A text of SQL as Athena and CloudTrail Lake read it: in single quotes, which are doubled inside; a backslash is a backslash.
 * `undefined` for a value with control or bidirectional characters.
 * https://trino.io/docs/current/language/types.html#varchar
 */
export function sqlText(value: string): string | undefined {
  return UNSAFE.test(value) ? undefined : `'${value.replaceAll("'", "''")}'`;
}

/**
 * A text of CloudWatch Logs Insights, in double quotes, or in single ones where it holds a double one. Its guide tells of no way to write
 * a quote inside its own kind, nor what a backslash does, so `undefined` for a value that needs one, as for control characters.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export function insightsText(value: string): string | undefined {
  if (UNSAFE.test(value) || value.includes('\\')) return undefined;
  if (!value.includes('"')) return `"${value}"`;
  return value.includes("'") ? undefined : `'${value}'`;
}

/**
 * One field of a table in CSV. A spreadsheet would run a text that begins as a formula does, so an apostrophe is put before it, which
 * spreadsheets show as text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvField(value: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\n\r\t']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
