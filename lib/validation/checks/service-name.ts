import type { Check } from '@/lib/validation/check';
import { unknownServiceOfArn } from '@/lib/validation/checks/arn';
import { unknownServiceOfKey } from '@/lib/validation/checks/condition-key';

/** The service of an ARN or of a condition key; that of an action has a check of its own. */
const INVALID_SERVICE: Check = {
  ...unknownServiceOfArn,
  *find(subject) {
    yield* unknownServiceOfArn.find(subject);
    yield* unknownServiceOfKey.find(subject);
  },
};

export const SERVICE_NAME_CHECKS: readonly Check[] = [INVALID_SERVICE];
