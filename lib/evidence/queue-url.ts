const QUEUE_URL = /^https:\/\/sqs\.([a-z0-9-]{4,30})\.amazonaws\.com(\.cn)?\/(\d{12})\/([\w.-]{1,80})\/?$/;

/** The ARN of a queue from its URL, which names Region, account and queue. */
export function queueArn(url: string): string | undefined {
  const [, region = '', china, account, name] = QUEUE_URL.exec(url) ?? [];
  if (account === undefined || name === undefined) return undefined;
  const partition = china ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return `arn:${partition}:sqs:${region}:${account}:${name}`;
}
