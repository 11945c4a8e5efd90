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

/** A policy found in a paste. */
export interface FoundPolicy {
  readonly type?: PolicyType;
  /** What it may be: its type alone where the text tells that, else every type that its content fits. */
  readonly possibleTypes: readonly PolicyType[];
  readonly name?: string;
  readonly arn?: string;
  readonly attachedTo?: string;
  readonly resource?: string;
  /** The policy's own text, cut from the paste byte for byte where it stands there bare. */
  readonly text: string;
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
  /** The first report (kinds message, event, decodedMessage), then the further ones. */
  readonly reports: readonly DenialReport[];
  readonly policies: readonly FoundPolicy[];
  /** Kind `diagnosis`: the document's text. Kind `identity`: the caller's ARN is in `principal`. */
  readonly diagnosisText?: string;
  readonly principal?: string;
  readonly problems: readonly Problem[];
}
