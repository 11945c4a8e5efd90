import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { policyText } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { Decision } from '@/lib/evaluation/verdict';
import type { Mark } from '@/lib/explanation/mark';
import { typeInSentence } from '@/lib/explanation/wording';
import { lineStarts, positionAt } from '@/lib/text/range';
import { visible } from '@/lib/text/wording';

const SIGNS: Readonly<Record<Decision, string>> = {
  allowed: '✓',
  explicitDeny: '✗',
  implicitDeny: '✗',
  undetermined: '?',
};

/** A diagnosis for a terminal: the sentence, the deciding statements with line numbers and marks, what it depends on. */
export function verdictText(diagnosis: Diagnosis, document: DiagnosisDocument): string {
  const { verdict, dependencies, nearMisses, agreement, assumptions } = diagnosis;
  const sections = [
    [`${SIGNS[verdict.decision]} ${diagnosis.headline}`, `  ${diagnosis.summary}`, ...ownerLine(diagnosis)],
    ...diagnosis.marks.flatMap((marks, index) => policySection(document, index, marks)),
    list(
      'Nearly allowed',
      nearMisses.map((miss) => `${miss.policyName}, statement ${miss.index + 1}: ${miss.why}`),
    ),
    list(
      'Depends on',
      dependencies.map((dependency) => dependency.sentence),
    ),
    list('AWS’s message', agreement.reason ? [agreement.reason] : []),
    list('Problems', problemLines(diagnosis, document)),
    list('Taken for granted', assumptions),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

function ownerLine({ owner }: Diagnosis): readonly string[] {
  return owner === undefined ? [] : [`  Ask ${owner}.`];
}

function list(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  · ${item}`)];
}

/** The lines of the marked statements of one policy, with a mark below each decisive element. */
function policySection(
  document: DiagnosisDocument,
  index: number,
  marks: readonly Mark[],
): readonly (readonly string[])[] {
  const policy = document.policies?.[index];
  const wholes = marks.filter((mark) => WHOLE.includes(mark.kind));
  if (policy === undefined || wholes.length === 0) return [];
  const text = policyText(policy);
  const starts = lineStarts(text);
  const title = `${policy.name ?? 'The policy'} (${typeInSentence(policy.type)}${policy.attachedTo ? `, ${policy.attachedTo}` : ''})`;
  return wholes.map((whole) => {
    const from = positionAt(starts, whole.range.start).line;
    const to = positionAt(starts, Math.max(whole.range.start, whole.range.end - 1)).line;
    const lines = Array.from({ length: to - from + 1 }, (_, place) => from + place);
    const width = String(to).length;
    const inside = marks.filter((mark) => mark.range.start >= whole.range.start && mark.range.end <= whole.range.end);
    return [
      `${title}, ${from === to ? `line ${from}` : `lines ${from} to ${to}`}: ${whole.note ?? whole.message}`,
      ...lines.flatMap((line) => {
        const shown = lineOf(text, starts, line);
        const number = String(line).padStart(width);
        return [`  ${number} | ${drawn(shown)}`, ...underline(inside, starts, line, shown, ' '.repeat(width))];
      }),
    ];
  });
}

const WHOLE: readonly Mark['kind'][] = ['denies', 'allows', 'depends', 'near-miss'];
const ELEMENT: readonly Mark['kind'][] = ['denies-element', 'allows-element', 'depends-element', 'near-miss'];

function lineOf(text: string, starts: readonly number[], line: number): string {
  const end = starts[line] ?? text.length;
  return text.slice(starts[line - 1] ?? 0, end).replace(/[\r\n]+$/, '');
}

function underline(
  marks: readonly Mark[],
  starts: readonly number[],
  line: number,
  shown: string,
  indent: string,
): readonly string[] {
  const from = starts[line - 1] ?? 0;
  return marks
    .filter((mark) => ELEMENT.includes(mark.kind))
    .flatMap((mark) => {
      const upToEnd = shown.slice(0, Math.max(0, mark.range.end - from)).trimEnd();
      // Blanks before the first word are no part of the element; what is shown as an escape is wider than it was.
      const start = Math.max(0, mark.range.start - from, upToEnd.search(/\S/));
      if (upToEnd.length <= start) return [];
      const before = drawn(upToEnd.slice(0, start)).length;
      return [`  ${indent} | ${' '.repeat(before)}${'^'.repeat(drawn(upToEnd.slice(start)).length)}`];
    });
}

/** A stretch of a policy as a terminal shows it: tabs of one width wherever they stand. */
function drawn(text: string): string {
  return visible(text.replaceAll('\t', '  '));
}

function problemLines({ problems }: Diagnosis, document: DiagnosisDocument): readonly string[] {
  return problems.map(({ message, policyIndex, range }) => {
    const policy = policyIndex === undefined ? undefined : document.policies?.[policyIndex];
    if (policy === undefined) return message;
    const line = range ? `, line ${positionAt(lineStarts(policyText(policy)), range.start).line}` : '';
    return `${policy.name ?? typeInSentence(policy.type)}${line}: ${message}`;
  });
}
