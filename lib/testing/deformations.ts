// What happens to a message on its way into a paste. For tests alone.

type Deformation = (text: string) => string;

const eachLine =
  (change: (line: string) => string): Deformation =>
  (text) =>
    text.split('\n').map(change).join('\n');

const htmlEscaped: Deformation = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** They leave every word where it was. */
export const DEFORMATIONS: Readonly<Record<string, Deformation>> = {
  'a final line break': (text) => `${text}\n`,
  'inside a letter': (text) => `Hello,\n\n${text}\n\nRegards, Kim`,
  'Windows’ line ends': (text) => text.replaceAll('\n', '\r\n'),
  'a byte-order mark': (text) => `\ufeff${text}`,
  'UTF-16 read as Latin': (text) => Array.from(text, (letter) => `${letter}\0`).join(''),
  'non-breaking blanks': (text) => text.replaceAll(' ', '\u00a0'),
  'zero-width blanks': (text) => text.replaceAll('/', '/\u200b'),
  'soft hyphens': (text) => text.replaceAll('-', '-\u00ad'),
  'typographic hyphens': (text) => text.replace(/(?<=[a-z])-(?=[a-z])/g, '\u2010'),
  'typographic quotes': (text) => text.replace(/"([^"\n]*)"/g, '“$1”'),
  'a Markdown quote': eachLine((line) => `> ${line}`),
  'a Markdown code block': (text) => `\`\`\`text\n${text}\n\`\`\``,
  'Jira’s markup': (text) => `{noformat}\n${text}\n{noformat}`,
  'comment marks': eachLine((line) => `# ${line}`),
  'comment marks of a program': eachLine((line) => `// ${line}`),
  'comment marks of a block': eachLine((line) => ` * ${line}`),
  'an indented block': eachLine((line) => `    ${line}`),
  'line times': eachLine((line) => `2026-03-01T08:12:13.1234567Z ${line}`),
  'line times in brackets': eachLine((line) => `[2026-03-01T08:12:13.123Z] ${line}`),
  'a container’s log': eachLine((line) => `2026-03-01T08:12:13.123456789Z stderr F ${line}`),
  'a terminal’s colours': eachLine((line) => `\u001b[31m\u001b[1m${line}\u001b[0m\u001b[0m`),
  'colours without their escapes': eachLine((line) => `[31m${line}[0m`),
  'colours of a build log': eachLine((line) => `#033[31;1m${line}#033[0m`),
  'a box': eachLine((line) => `│ ${line}`),
  HTML: (text) => `<pre>${htmlEscaped(text)}</pre>`,
  'HTML escaped twice': (text) => htmlEscaped(htmlEscaped(text)),
  JSON: (text) => JSON.stringify({ note: text }),
  'JSON in JSON': (text) => JSON.stringify({ note: JSON.stringify({ note: text }) }),
  'an open JSON string': (text) => JSON.stringify({ note: text }).slice(0, -2),
};

/** A terminal breaks a line wherever it is full. */
function broken(width: number): Deformation {
  const pieces = new RegExp(`.{1,${width}}`, 'gsu');
  return eachLine((line) => line.match(pieces)?.join('\n') ?? '');
}

/** An editor breaks a line between words. */
function wrapped(width: number): Deformation {
  return eachLine((line) => {
    const lines: string[] = [];
    let row = '';
    for (const word of line.split(' ')) {
      if (row !== '' && row.length + 1 + word.length > width) {
        lines.push(row);
        row = word;
      } else row = row === '' ? word : `${row} ${word}`;
    }
    return [...lines, row].join('\n');
  });
}

/** They break lines. */
export const WRAPPINGS: Readonly<Record<string, Deformation>> = {
  'broken at 72 columns': broken(72),
  'broken at 80 columns': broken(80),
  'broken at 100 columns': broken(100),
  'broken at 120 columns': broken(120),
  'broken at 132 columns': broken(132),
  'wrapped at 72 columns': wrapped(72),
  'wrapped at 80 columns': wrapped(80),
  'wrapped at 100 columns': wrapped(100),
  'wrapped in a box': (text) => eachLine((line) => `│ ${line}`)(wrapped(90)(text)),
  'broken behind line times': (text) => eachLine((line) => `14:36:05  │ ${line}`)(broken(80)(text)),
};
