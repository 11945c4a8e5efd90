import type { FactConflict } from '@/lib/diagnosis/conflicts';
import type { ListedMessage } from '@/lib/diagnosis/messages';
import type { PolicyProblem } from '@/lib/evaluation/evaluate';
import type { Verdict } from '@/lib/evaluation/verdict';
import type { DenialReport } from '@/lib/evidence/evidence';
import type { Agreement } from '@/lib/explanation/agreement';
import type { Dependency } from '@/lib/explanation/dependency';
import type { Mark } from '@/lib/explanation/mark';
import type { NearMiss } from '@/lib/explanation/near-miss';

/** Where a fact of the request came from, for showing it beside the fact. */
export type FactSource = 'typed' | 'evidence' | 'derived' | 'assumed';

/** One fact of the request, as used: principal, action, resource, an account, a condition key. */
export interface Fact {
  /** Path in the document: `request.principal`, `request.context.aws:SourceIp` … */
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly source: FactSource;
}

/** A problem of the document: with its policy where it is about one. */
export type DocumentProblem = PolicyProblem;

/** Everything said about a document: a verdict, and what hangs on it. Derived anew after every change; never stored. */
export interface Diagnosis {
  readonly verdict: Verdict;
  /** The largest text on the page: at most one line. */
  readonly headline: string;
  /** One or two plain sentences: why, and what it means. */
  readonly summary: string;
  /** AWS's page on the rule that the verdict rests on; left out while there is no verdict. */
  readonly documentation?: string;
  /** Who owns the policy that blocks: "your organization's administrators"; left out when nothing blocks. */
  readonly owner?: string;
  readonly facts: readonly Fact[];
  readonly nearMisses: readonly NearMiss[];
  readonly agreement: Agreement;
  readonly dependencies: readonly Dependency[];
  readonly assumptions: readonly string[];
  readonly problems: readonly DocumentProblem[];
  /** What the message, event or decoded message stated, where evidence was given. */
  readonly report?: DenialReport;
  /** Everything that the texts report, each thing once: of several the person chooses one. */
  readonly messages: readonly ListedMessage[];
  /** Facts that two sources state differently. */
  readonly conflicts: readonly FactConflict[];
  /** For each policy of the document, by its place there. */
  readonly marks: readonly (readonly Mark[])[];
}
