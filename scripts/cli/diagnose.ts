import { createDiagnoser, type Diagnoser } from '@/lib/diagnosis/diagnose';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { EMPTY_DOCUMENT } from '@/lib/diagnosis/edit';
import { openDocument } from '@/lib/diagnosis/open';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { Decision } from '@/lib/evaluation/verdict';
import { commandsFor } from '@/lib/guidance/commands';
import { type FetchCommand, verdictAnswer } from '@/lib/report/answer';
import { verdictText } from '@/lib/report/text';
import type { Problem } from '@/lib/text/problem';
import { commandLineCatalog } from './catalog';
import type { Answered, Command } from './command';

let shared: Diagnoser | undefined;

/** One for the whole run: it remembers the policies that it has read. */
function diagnoser(): Diagnoser {
  shared ??= createDiagnoser(commandLineCatalog());
  return shared;
}

const STATUS: Readonly<Record<Decision, number>> = { allowed: 0, explicitDeny: 1, implicitDeny: 1, undetermined: 3 };
// Of several requests the worst counts: denied before undetermined before allowed.
const WORST_FIRST = [1, 3, 0];

/** Prints the verdict on a diagnosis document. */
export const diagnoseCommand: Command = {
  answer: (input) => answerDocument(open(input)),
  answerLine: (line) => answerDocument(open(line)).answer,
};

/** The verdict for people, on a document that the command line may complete. */
export function diagnoseForPeople(
  input: string | undefined,
  complete: (document: DiagnosisDocument) => DiagnosisDocument,
): { readonly text: string; readonly status: number } {
  const { document } = input === undefined ? { document: EMPTY_DOCUMENT } : open(input);
  const completed = complete(document);
  const all = [diagnoser().diagnose(completed), ...diagnoser().diagnoseFurther(completed)];
  return { text: all.map((diagnosis) => verdictText(diagnosis, completed)).join('\n'), status: worst(all) };
}

/** As JSON, on a document that the command line completes. */
export function diagnoseCompleted(
  input: string | undefined,
  complete: (document: DiagnosisDocument) => DiagnosisDocument,
): Answered {
  const opened = input === undefined ? { document: EMPTY_DOCUMENT, problems: [] } : open(input);
  return answerDocument({ document: complete(opened.document), problems: opened.problems });
}

interface OpenedDocument {
  readonly document: DiagnosisDocument;
  readonly problems: readonly Problem[];
  readonly policyPlaces?: readonly number[];
}

function open(input: string): OpenedDocument {
  const { document, problems, policyPlaces } = openDocument(input);
  if (document === undefined) {
    throw new Error(problems.map((problem) => problem.message).join('\n') || 'A diagnosis document is expected.');
  }
  return { document, problems, policyPlaces };
}

function answerDocument({ document, problems, policyPlaces }: OpenedDocument): Answered {
  const diagnosis = diagnoser().diagnose(document);
  const further = diagnoser().diagnoseFurther(document);
  const answer = verdictAnswer(diagnosis, document, {
    further,
    fetchCommand: fetchCommand(document),
    ...(policyPlaces && { policyPlaces }),
  });
  return { answer: { ...answer, problems: [...problems, ...answer.problems] }, status: worst([diagnosis, ...further]) };
}

function worst(diagnoses: readonly Diagnosis[]): number {
  const statuses = diagnoses.map(({ verdict }) => STATUS[verdict.decision]);
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? 0;
}

function fetchCommand({ request }: DiagnosisDocument): FetchCommand {
  return ({ type, arn }) => {
    const { principal, action, resource } = request ?? {};
    const [first] = commandsFor(type, {
      ...(principal && { principal }),
      ...(action && { action }),
      ...(resource && { resource }),
      ...(arn && { policyArn: arn }),
    });
    return first?.text;
  };
}
