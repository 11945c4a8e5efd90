import { builtInCatalog } from '@/lib/catalog/catalog';
import { createDiagnoser } from '@/lib/diagnosis/diagnose';
import { policyText } from '@/lib/diagnosis/edit-policies';
import { prepare } from '@/lib/diagnosis/prepare';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { evaluate } from '@/lib/evaluation/evaluate';
import type { StatementTrace, Verdict } from '@/lib/evaluation/verdict';
import { parsePolicy } from '@/lib/policy/parse';
import { type PolicyReader, policyReader } from '@/lib/policy/reader';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { workloads } from '@/lib/testing/workloads';
import type { Aim, Group, Task } from './task';

// The engine on diagnoses of the sizes that AWS allows, beside JSON.parse of the same texts.

const catalog = builtInCatalog();

type Size = keyof ReturnType<typeof workloads>;

const AIMS: Readonly<Record<Size, Readonly<Record<string, Aim>>>> = {
  small: {},
  medium: { verdict: { milliseconds: 0.05 } },
  large: { 'text to verdict': { times: 10 }, 'one edit': { milliseconds: 1 } },
  maximum: { 'text to verdict': { milliseconds: 25 } },
};

export function verdictGroups(): readonly Group[] {
  const sizes = Object.entries(workloads()).map(([name, document]) => group(name as Size, document));
  return [...sizes, manyAllows()];
}

function group(name: Size, document: DiagnosisDocument): Group {
  const policies = document.policies ?? [];
  const characters = policies.reduce((sum, policy) => sum + policyText(policy).length, 0);
  const { layers } = verdictOf(document, policyReader());
  const statements = layers.reduce((sum, layer) => sum + layer.statements.length, 0);
  return {
    name,
    title: `${name}: ${policies.length} policies, ${statements} statements, ${characters.toLocaleString('en-US')} characters`,
    tasks: tasksOf(document).map((task) => {
      const aim = AIMS[name][task.name];
      return aim ? { ...task, aim } : task;
    }),
  };
}

function tasksOf(document: DiagnosisDocument): readonly Task[] {
  const texts = (document.policies ?? []).map(policyText);
  const warm = policyReader();
  const diagnoser = createDiagnoser(catalog);
  return [
    { name: 'JSON.parse', run: () => texts.map((text): unknown => JSON.parse(text)) },
    { name: 'policies read', run: () => texts.map((text) => parsePolicy(text)) },
    { name: 'text to verdict', run: () => readTraces(verdictOf(document, policyReader()).deciding) },
    { name: 'text to verdict, every trace read', run: () => readAll(verdictOf(document, policyReader())) },
    { name: 'text to diagnosis', run: () => createDiagnoser(catalog).diagnose(document) },
    { name: 'verdict', run: () => readTraces(verdictOf(document, warm).deciding) },
    { name: 'verdict, every trace read', run: () => readAll(verdictOf(document, warm)) },
    { name: 'one edit', run: (run) => verdictOf(edited(document, run), warm) },
    { name: 'one edit, diagnosed', run: (run) => diagnoser.diagnose(edited(document, run)) },
  ];
}

/** A policy of 1,000 Allows of which none fits, with all of AWS's services known. */
function manyAllows(): Group {
  const statements = Array.from({ length: 1000 }, (_, place) => ({
    Effect: 'Allow',
    Action: `s3:Get${place}`,
    Resource: `arn:aws:s3:::example-bucket/folder-${place}/*`,
  }));
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const document: DiagnosisDocument = {
    whydenied: 1,
    request: {
      principal: 'arn:aws:iam::111122223333:user/kim',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::example-bucket/folder-7/a',
    },
    unstated: 'absent',
    policies: [{ type: 'identity', document: text }],
  };
  const services = fullCatalog();
  return {
    name: 'allows',
    title: `allows: 1,000 Allows of which none fits, ${text.length.toLocaleString('en-US')} characters`,
    tasks: [
      { name: 'JSON.parse', run: () => JSON.parse(text) as unknown },
      { name: 'text to diagnosis', run: () => createDiagnoser(services).diagnose(document) },
    ],
  };
}

function verdictOf(document: DiagnosisDocument, reader: PolicyReader): Verdict {
  const { built, policies, settings } = prepare(document, document.request ?? {}, reader, catalog);
  if (built.request === undefined) throw new Error('The workload asks nothing.');
  return evaluate(built.request, policies, settings, catalog).value.verdict;
}

/** Reads every comparison of statements. */
function readTraces(statements: readonly StatementTrace[]): number {
  let comparisons = 0;
  for (const { elements } of statements) for (const element of elements) comparisons += element.comparisons.length;
  return comparisons;
}

function readAll({ layers }: Verdict): number {
  return layers.reduce((sum, { statements }) => sum + readTraces(statements), 0);
}

/** The document with one character more in its first policy, another one each time. */
function edited(document: DiagnosisDocument, run: number): DiagnosisDocument {
  const [first, ...others] = document.policies ?? [];
  if (first === undefined) return document;
  const text = policyText(first).replace('"Sid": "', `"Sid": "e${run}`);
  return { ...document, policies: [{ ...first, document: text }, ...others] };
}
