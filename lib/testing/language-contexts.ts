import type { LanguageContext } from '@/lib/language/context';
import { buildRequest } from '@/lib/request/build-request';
import type { Request } from '@/lib/request/request';
import type { StatedRequest } from '@/lib/request/stated-request';
import { fewServices } from '@/lib/testing/few-services';
import type { ValidatedType } from '@/lib/validation/subject';

const catalog = fewServices();

/** A role session that reads an object of the bucket `shop`. */
export const READS_OBJECT: StatedRequest = {
  principal: 'arn:aws:sts::111122223333:assumed-role/dev/s1',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::shop/cat.png',
  context: { 'aws:SourceIp': '203.0.113.9', 'aws:PrincipalTag/Team': 'red', 'aws:RequestedRegion': 'eu-west-1' },
};

/** What the editor's help is about in tests: services of the small catalog, and a request where one is given. */
export function languageContext(type: ValidatedType, stated?: StatedRequest): LanguageContext {
  return { type, catalog, ...(stated && { request: requestOf(stated) }) };
}

function requestOf(stated: StatedRequest): Request {
  const settings = {
    unstatedContext: 'unknown',
    unstatedPolicies: 'unknown',
    principalIsServiceLinkedRole: false,
    principalAccountIsManagementAccount: false,
    resourceAccountIsManagementAccount: false,
  } as const;
  const { request } = buildRequest(stated, settings, catalog).value;
  if (request === undefined) throw new Error('the request of a test cannot be read');
  return request;
}
