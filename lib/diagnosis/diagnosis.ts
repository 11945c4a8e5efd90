import type { Denial, DenialReport } from '@/lib/evidence/evidence';
import type { Unknown, Verdict } from '@/lib/evaluation/verdict';
import type { Mark } from '@/lib/explanation/mark';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Problem } from '@/lib/text/problem';
import type { Range } from '@/lib/text/range';

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
export interface DocumentProblem extends Problem {
  readonly policyIndex?: number;
}

/** An Allow that lacked exactly one thing (R214). */
export interface NearMiss {
  readonly type: PolicyType;
  readonly policyIndex: number;
  readonly policyName: string;
  /** Place in `Statement`, from 0. */
  readonly index: number;
  readonly element: string;
  readonly range: Range;
  readonly wanted: string;
  readonly given: readonly string[];
  readonly why: string;
}

/** AWS's own words against the verdict. */
export interface Agreement {
  readonly status: 'agrees' | 'contradicts' | 'noEvidence' | 'cannotTell';
  /** A sentence; empty with `noEvidence`. */
  readonly reason: string;
  /** The policy type AWS's words name, and whether it denies explicitly. */
  readonly blamed?: PolicyType;
  readonly denial?: Denial;
  /** What to fetch next, where there is something to fetch. */
  readonly fetch?: { readonly type: PolicyType; readonly arn?: string; readonly command: string };
}

/** Something that would settle the case, as a question or a thing to paste, most useful first. */
export interface Dependency {
  readonly unknown: Unknown;
  /** "Depends on whether MFA was used": one sentence. */
  readonly sentence: string;
}

/** Everything said about a document: a verdict, and what hangs on it. Derived anew after every change; never stored. */
export interface Diagnosis {
  readonly verdict: Verdict;
  /** The largest text on the page: at most one line. */
  readonly headline: string;
  /** One or two plain sentences: why, and what it means. */
  readonly summary: string;
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
  /** For each policy of the document, by its place there. */
  readonly marks: readonly (readonly Mark[])[];
}
