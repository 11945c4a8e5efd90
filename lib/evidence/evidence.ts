import type { ServiceAccess } from '@/lib/evidence/forms/last-accessed';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Problem } from '@/lib/text/problem';

/** How a denial came about, as far as AWS's words tell. */
export type Denial = 'explicit' | 'implicit' | 'unknown';

/** What one message, event or decoded message of a paste states. A field the text does not state is left out. */
export interface DenialReport {
  readonly isAccessDenied: boolean;
  /** Stable id of what it is when it is no IAM denial, and the sentence for people. */
  readonly notIam?: string;
  readonly notIamText?: string;
  readonly principal?: string;
  readonly action?: string;
  /** The IAM action that follows from the API operation when the text prints no action. Never beside `action`. */
  readonly impliedAction?: string;
  readonly resource?: string;
  readonly operation?: string;
  readonly code?: string;
  readonly denial?: Denial;
  readonly policyType?: PolicyType;
  readonly policyArn?: string;
  readonly encodedMessage?: boolean;
  /** The encoded message itself, where the text has it whole: what the command that decodes it needs. */
  readonly encodedText?: string;
  /** Condition keys that the text states. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  /** Condition keys that the text shows not to be in the request: no MFA information with long-term keys. */
  readonly absent?: readonly string[];
  /** The resource's owner, where the text names it beside an ARN that does not. */
  readonly resourceAccount?: string;
}

/** Where a report was read. */
export interface ReportOrigin {
  readonly form: 'message' | 'event' | 'decodedMessage';
  /** The stretch of the paste that makes this report, also when it is read alone. */
  readonly text: string;
  /** How often the paste says it. */
  readonly times: number;
}

/** A policy found in a paste. */
export interface FoundPolicy {
  readonly type?: PolicyType;
  readonly name?: string;
  readonly arn?: string;
  readonly attachedTo?: string;
  /** Every place where it is attached, where the paste tells of several. */
  readonly attachments?: readonly string[];
  readonly resource?: string;
  /** The policy's own text, cut from the paste byte for byte where it stands there bare. */
  readonly text: string;
  /** Without a type: its statements name principals, so that it is a resource's, an endpoint's or an RCP. */
  readonly namesPrincipals?: true;
  /** What a template leaves open: the names of the references that stand in the text as `${NAME}`. */
  readonly open?: readonly string[];
  /** A call that failed wanted to set it: not in force. */
  readonly isRefused?: true;
}

/** A policy that a paste names and whose document it does not hold. */
export interface PolicyReference {
  readonly type: PolicyType;
  readonly name?: string;
  readonly arn?: string;
  /** `user:NAME`, `group:NAME`, `role:NAME`, or a level of the organization. */
  readonly attachedTo?: string;
}

/** A user, group or role that a paste tells of. */
export interface KnownPrincipal {
  /** `user:NAME`, `group:NAME`, `role:NAME`. */
  readonly id: string;
  readonly arn?: string;
  /** A user's groups, where the paste lists them: `group:NAME`. */
  readonly groups?: readonly string[];
  /** The paste shows that no boundary is set. */
  readonly withoutBoundary?: boolean;
}

/** The statement that there is no policy of a type: of the resource, where it is named. */
interface NoPolicy {
  readonly type: PolicyType;
  readonly resource?: string;
}

/** What the collect script was made for, and how far it came. Its policies stand among the others. */
export interface Collected {
  /** The request that the script was made for. */
  readonly request: CollectedRequest;
  readonly managementAccount?: string;
  /** The levels of the organization that were asked: the root, the OUs below it, the account. */
  readonly levels: readonly string[];
  /** What could not be read, and why. */
  readonly unread: readonly Unread[];
  /** The types of which everything was read. */
  readonly whole: readonly PolicyType[];
}

export type CollectedRequest = Readonly<
  Partial<Record<'principal' | 'action' | 'resource' | 'resourceAccount', string>>
>;

/** Policies that could not be read, and a sentence that says why. */
export interface Unread {
  readonly types: readonly PolicyType[];
  readonly problem: Problem;
}

type EvidenceKind =
  | 'message'
  | 'event'
  | 'decodedMessage'
  | 'policies'
  | 'identity'
  | 'lastAccessed'
  | 'diagnosis'
  | 'unknown';

/** Everything that was understood of a paste. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** The first denial (kinds message, event, decodedMessage), then what else was reported, in its order. */
  readonly reports: readonly DenialReport[];
  /** Of every report, in their order, where it was read. */
  readonly origins?: readonly ReportOrigin[];
  readonly policies: readonly FoundPolicy[];
  /** Policies that are named without their documents. */
  readonly references?: readonly PolicyReference[];
  readonly principals?: readonly KnownPrincipal[];
  readonly none?: readonly NoPolicy[];
  /** When the services that someone may use were used last. */
  readonly lastAccessed?: readonly ServiceAccess[];
  /** What the collect script says of itself, once for every output of it. */
  readonly collected?: readonly Collected[];
  /** Kind `diagnosis`: the document's text. Kind `identity`: the caller's ARN is in `principal`. */
  readonly diagnosisText?: string;
  readonly principal?: string;
  readonly problems: readonly Problem[];
}
