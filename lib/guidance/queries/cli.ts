import { accountOf } from '@/lib/guidance/commands/facts';
import {
  command,
  commandText,
  lookupAttribute,
  regionOption,
  type Template,
  type Word,
} from '@/lib/guidance/commands/template';
import { operationsOf } from '@/lib/guidance/queries/operations';
import type { Query, QueryFacts } from '@/lib/guidance/queries/query';
import { spanOf } from '@/lib/guidance/queries/span';
import { isAccountId } from '@/lib/iam/arn';

/** Commands of the AWS CLI that write events into files; none with a value that must not reach a shell. */
export function cliQueries(facts: QueryFacts): readonly Query[] {
  return [lookup(facts), copy(facts)].flatMap((template) => {
    const text = commandText(template);
    return text === undefined ? [] : [{ purpose: template.purpose, text }];
  });
}

/** https://docs.aws.amazon.com/cli/latest/reference/cloudtrail/lookup-events.html takes one attribute, and none for errors. */
function lookup(facts: QueryFacts): Template {
  const [operation, ...others] = operationsOf(facts);
  const { from, to } = spanOf(facts);
  const attribute: readonly Word[] =
    operation !== undefined && others.length === 0 ? [lookupAttribute('EventName', operation)] : [];
  return command(
    'The management events of the last 90 days at most, denied or not',
    'cloudtrail',
    'lookup-events',
    ...attribute,
    ...(from ? [['--start-time', from] as const] : []),
    ...(to ? [['--end-time', to] as const] : []),
    ...regionOption(facts.region),
    '--output json > events.json',
  );
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html */
function copy(facts: QueryFacts): Template {
  const account = accountOf(facts.principal) ?? '';
  const folders = [
    isAccountId(account) ? account : 'ACCOUNT_ID',
    'CloudTrail',
    regionIn(facts) ?? 'REGION',
    days(facts),
  ];
  return command(
    'The trail’s own files, data events among them where it logs them',
    's3',
    'sync',
    `s3://TRAIL_BUCKET/AWSLogs/${folders.join('/')}/`,
    'trail/',
  );
}

/** The Region, where it is written as one: it stands in a path without quotes. */
function regionIn({ region }: QueryFacts): string | undefined {
  return regionOption(region).length > 0 ? region : undefined;
}

/** The folder that holds all days of the span. */
function days(facts: QueryFacts): string {
  const { from, to } = spanOf(facts);
  if (from === undefined || to === undefined) return 'YYYY/MM/DD';
  const [one, other] = [from, to].map((instant) => instant.slice(0, 10).split('-'));
  const same = one?.findIndex((part, place) => part !== other?.[place]) ?? 0;
  const parts = same < 0 ? one : one?.slice(0, same);
  return parts && parts.length > 0 ? parts.join('/') : 'YYYY';
}
