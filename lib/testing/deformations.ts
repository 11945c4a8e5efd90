// What happens to a message on its way into a paste. For tests alone.

type Deformation = (text: string) => string;

const eachLine =
  (change: (line: string) => string): Deformation =>
  (text) =>
    text.split('\n').map(change).join('\n');

const htmlEscaped: Deformation = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A line with something in front of it. */
const behind = (prefix: string): Deformation => eachLine((line) => `${prefix}${line}`);

/** What stands in front of every line of a log. */
const LOGS: Readonly<Record<string, Deformation>> = {
  'the system’s journal': behind('Mar 01 08:12:13 ip-10-0-1-2 app[1234]: '),
  'a system’s log with the date': behind('2026-03-01T08:12:13.123456+00:00 ip-10-0-1-2 app[1234]: '),
  'Docker Compose’s log': behind('web-1  | '),
  'a pod’s log': behind('[pod/app-7d9f6c5b4-x2x8z/app] '),
  'a log of Kubernetes’ own': behind('E0301 08:12:13.123456       1 controller.go:317] '),
  'a pipeline’s error': behind('2026-03-01T08:12:13.1234567Z ##[error]'),
  'a pipeline’s command': behind('::error file=deploy.yml,line=3::'),
  'a pipeline’s log by job and step': behind('build\tDeploy\t2026-03-01T08:12:13.1234567Z '),
  'a runner’s log': behind('2026-03-01T08:12:13.123456Z 01E '),
  'a log stream': behind('2026-03-01T08:12:13.123000+00:00 2026/03/01/[$LATEST]0a1b2c3d4e5f60718293a4b5c6d7e8f9 '),
  'a function’s log': behind('2026-03-01T08:12:13.123Z\t0a1b2c3d-0000-4000-8000-000000000001\tERROR\t'),
  'a log of Python’s': behind('2026-03-01 08:12:13,123 - root - ERROR - '),
  'a log of Java’s': behind('2026-03-01 08:12:13.123 ERROR 1 --- [main] c.e.App : '),
  'a log of fields': (text) => `time="2026-03-01T08:12:13Z" level=error msg=${JSON.stringify(text)}`,
  bullets: behind('- '),
  'line numbers': (text) =>
    text
      .split('\n')
      .map((line, place) => `${String(place + 1).padStart(4)} ${line}`)
      .join('\n'),
};

const ACTION = /(perform:? )([A-Za-z0-9-]+:\w+)/;

/** How an editor, a page or a terminal makes a part of a sentence stand out. */
const EMPHASIS: Readonly<Record<string, Deformation>> = {
  'a bold action': (text) => text.replace(ACTION, '$1**$2**'),
  'an action as code': (text) => text.replace(ACTION, '$1`$2`'),
  'an action in a tag': (text) => text.replace(ACTION, '$1<code>$2</code>'),
  'a coloured action': (text) => text.replace(ACTION, '$1\u001b[1m$2\u001b[22m'),
  'a coloured action, the escapes in letters': (text) => text.replace(ACTION, '$1\\x1b[1m$2\\x1b[22m'),
  'colours, the escapes in letters': eachLine((line) => `\\u001b[31m${line}\\u001b[0m`),
  'a bold resource': (text) => text.replace(/(resource:? )("?arn:[^\s"]+"?)/, '$1**$2**'),
  'an emphasised caller': (text) => text.replace(/User: (\S+)/, 'User: *$1*'),
  'no blanks behind colons': (text) => text.replace(/(User|perform|resource): /g, '$1:'),
};

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

/** What happens to messages alone. */
export const MESSAGE_DEFORMATIONS: Readonly<Record<string, Deformation>> = {
  'a page’s paragraph': (text) => `<p>${htmlEscaped(text).replaceAll('\n', '<br/>')}</p>`,
  'single quotes': (text) => `'${text}'`,
  'double quotes': (text) => `"${text}"`,
  'angle quotes': (text) => `«${text}»`,
  backticks: (text) => `\`${text}\``,
  brackets: (text) => `(${text})`,
  'a table’s cell': (text) => `| time | error |\n| --- | --- |\n${eachLine((line) => `| 08:12 | ${line} |`)(text)}`,
  'a shell’s prompts': (text) => `kim@host:~$ aws s3 ls\n${text}\nkim@host:~$ `,
  'PowerShell’s prompts': (text) => `PS C:\\Users\\kim> aws s3 ls\n${text}\nPS C:\\Users\\kim>`,
  'a mail that quotes a mail': (text) => `From: kim@example.com\nSubject: Error\n\n${behind('> > ')(text)}\n`,
  'said twice': (text) => `${text}\n\n${text}`,
  ...LOGS,
  ...EMPHASIS,
};

/** A terminal breaks a line wherever it is full. */
export function broken(width: number): Deformation {
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
