// Types whose resources may also be AWS's own, published for everyone: their ARNs have no account. AWS's data as we have it
// lists one form of an ARN for each type.
// https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
// https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
const ALSO_WITHOUT_ACCOUNT: ReadonlySet<string> = new Set(['ssm document', 'ssm parameter']);

/** The further forms of a resource type's ARN, with AWS's variables; `undefined` where there is the listed one alone. */
export function otherArns(service: string, type: string, arn: string): readonly string[] | undefined {
  if (!ALSO_WITHOUT_ACCOUNT.has(`${service} ${type}`)) return undefined;
  return [arn.replace(/:\$\{Account\}:/, '::')];
}
