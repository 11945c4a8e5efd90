import { builtInCatalog } from '@/lib/catalog/catalog';
import { createDiagnoser } from '@/lib/diagnosis/diagnose';
import { policyText } from '@/lib/diagnosis/edit-policies';
import { prepare } from '@/lib/diagnosis/prepare';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { evaluate } from '@/lib/evaluation/evaluate';
import type { Verdict } from '@/lib/evaluation/verdict';
import type { PolicyType } from '@/lib/iam/policy-type';
import { parsePolicy } from '@/lib/policy/parse';
import { type PolicyReader, policyReader } from '@/lib/policy/reader';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { workloads } from '@/lib/testing/workloads';
import { matchesPattern, wildcardPattern } from '@/lib/text/wildcard';
import { validate } from '@/lib/validation/validate';
import { createValidator } from '@/lib/validation/validator';
import { type Measured, measure } from './measure';

// Every task does the whole of what it names, and what it found is used, so that nothing of it can be left out.

const catalog = builtInCatalog();
const all = fullCatalog();
let used = 0;

function verdictOf(document: DiagnosisDocument, reader: PolicyReader): Verdict {
  const { built, policies, settings } = prepare(document, document.request ?? {}, reader, catalog);
  if (built.request === undefined) throw new Error('The workload asks nothing.');
  const { verdict } = evaluate(built.request, policies, settings, catalog).value;
  used += verdict.deciding.length;
  return verdict;
}

/** Reads every comparison of every statement. */
function readTrace(verdict: Verdict): void {
  for (const { statements } of verdict.layers) {
    for (const { elements } of statements) for (const element of elements) used += element.comparisons.length;
  }
}

/** The document with one character more in its first policy, another one each time. */
function edited(document: DiagnosisDocument, run: number): DiagnosisDocument {
  const [first, ...others] = document.policies ?? [];
  if (first === undefined) return document;
  const text = policyText(first).replace('"Sid": "', `"Sid": "e${run}`);
  return { ...document, policies: [{ ...first, document: text }, ...others] };
}

/** The policies with other names of statements, teams, tables and queues, as new texts have them. */
function renamed(document: DiagnosisDocument, run: number): readonly (readonly [PolicyType, string])[] {
  const names = /\b(?:Statement|team-|orders-|jobs-)(?=\d)/g;
  return (document.policies ?? []).map((policy) => [
    policy.type,
    policyText(policy).replaceAll(names, (name) => `${name}${run}x`),
  ]);
}

function tasksOf(document: DiagnosisDocument): Readonly<Record<string, (run: number) => unknown>> {
  const texts = (document.policies ?? []).map(policyText);
  const warm = policyReader();
  const diagnoser = createDiagnoser(catalog);
  const remembering = createValidator(all);
  return {
    'JSON.parse': () => {
      for (const text of texts) used += Object.keys(JSON.parse(text) as object).length;
    },
    'policies read': () => {
      for (const text of texts) used += parsePolicy(text).value.statements.length;
    },
    'text to verdict': () => readTrace(verdictOf(document, policyReader())),
    verdict: () => verdictOf(document, warm),
    'verdict, trace read': () => readTrace(verdictOf(document, warm)),
    'one edit': (run) => verdictOf(edited(document, run), warm),
    'one edit, diagnosed': (run) => diagnoser.diagnose(edited(document, run)).headline,
    // Of texts that were never checked before, and where all but the one that is being typed are remembered.
    'checks, new texts': (run) => {
      for (const [type, text] of renamed(document, run)) used += validate(type, text, all).length;
    },
    'checks, one edit': (run) => {
      const policies = edited(document, run).policies ?? [];
      for (const policy of policies) used += remembering(policy.type, policyText(policy)).length;
    },
  };
}

const only = process.argv.slice(2);
const rows = Object.entries(workloads()).filter(([name]) => only.length === 0 || only.includes(name));
for (const [name, document] of rows) {
  const policies = document.policies ?? [];
  const characters = policies.reduce((sum, policy) => sum + policyText(policy).length, 0);
  const { layers } = verdictOf(document, policyReader());
  const statements = layers.reduce((sum, layer) => sum + layer.statements.length, 0);
  console.log(
    `\n${name}: ${policies.length} policies, ${statements} statements, ${characters.toLocaleString('en-US')} characters`,
  );
  const measured = Object.entries(tasksOf(document)).map(([task, run]) => [task, measure(run)] as const);
  printTable(measured);
}

console.log('\nhostile wildcards');
const stars = `${'*a'.repeat(10)}*b`;
const marks = `*${'a?'.repeat(20)}b`;
printTable(
  [40, 400, 4000].flatMap((length) => {
    const text = 'a'.repeat(length);
    return [stars, marks].map((pattern) => {
      const compiled = wildcardPattern(pattern);
      const task = `${pattern === stars ? 'ten stars' : 'long stretch'}, ${length}`;
      return [task, measure(() => (used += Number(matchesPattern(compiled, text))))] as const;
    });
  }),
);
if (used < 0) throw new Error('Nothing was measured.');

/** One line a task: median, fastest, and how many times the first line's median. */
function printTable(measured: readonly (readonly [task: string, time: Measured])[]): void {
  const floor = measured[0]?.[1].best ?? 0;
  console.log(`  ${''.padEnd(22)}${'median'.padStart(12)}${'fastest'.padStart(12)}${'× first'.padStart(10)}`);
  for (const [task, { median, best }] of measured) {
    const times = (best / floor).toFixed(1).padStart(10);
    console.log(`  ${task.padEnd(22)}${shown(median).padStart(12)}${shown(best).padStart(12)}${times}`);
  }
}

function shown(milliseconds: number): string {
  return milliseconds < 1 ? `${(milliseconds * 1000).toFixed(1)} µs` : `${milliseconds.toFixed(2)} ms`;
}
