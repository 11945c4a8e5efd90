import type { Catalog } from '@/lib/catalog/catalog';
import type { Request } from '@/lib/request/request';
import type { ValidatedType } from '@/lib/validation/subject';

/** What the editor's help is about, besides the text: the policy's type, AWS's services, and the request that was denied. */
export interface LanguageContext {
  readonly type: ValidatedType;
  readonly catalog: Catalog;
  /** Left out while the request is not known. */
  readonly request?: Request;
}
