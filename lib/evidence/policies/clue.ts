import type { FoundPolicy } from '@/lib/evidence/evidence';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Problem } from '@/lib/text/problem';

/** One thing that a text tells about policies; `join.ts` puts together what belongs together. */
export type Clue =
  | PolicyClue
  | AttachmentClue
  | PrincipalClue
  | ManagedClue
  | NoneClue
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A policy's document. */
export interface PolicyClue {
  readonly kind: 'policy';
  readonly policy: FoundPolicy;
  /** Of a managed policy in one of its versions. */
  readonly version?: { readonly id?: string; readonly isDefault?: boolean };
  /** What the template or configuration around calls it: its logical ID, or its address. */
  readonly label?: string;
}

/** A policy that is attached somewhere, by its name or ARN; its document may stand elsewhere. */
export interface AttachmentClue {
  readonly kind: 'attachment';
  /** Left out where the answer does not tell. */
  readonly as?: PolicyType;
  readonly name?: string;
  /** The policy's ARN; of a policy of Organizations also its ID alone. */
  readonly arn?: string;
  /** `user:NAME`, `group:NAME`, `role:NAME`, or a level of the organization. */
  readonly to?: string;
  /** What the template or configuration around calls the policy. */
  readonly label?: string;
}

/** A user, group or role. */
export interface PrincipalClue {
  readonly kind: 'principal';
  /** `user:NAME`, `group:NAME`, `role:NAME`. */
  readonly id: string;
  readonly arn?: string;
  /** `group:NAME`, all of a user's. */
  readonly groups?: readonly string[];
  /** The answer shows all of the principal, and no boundary. */
  readonly withoutBoundary?: boolean;
}

/** A managed policy without its document, with the version in force. */
interface ManagedClue {
  readonly kind: 'managed';
  readonly arn: string;
  readonly name: string;
  readonly version: string;
}

/** The answer that there is no policy of a type. */
interface NoneClue {
  readonly kind: 'none';
  readonly type: PolicyType;
  readonly resource?: string;
}
