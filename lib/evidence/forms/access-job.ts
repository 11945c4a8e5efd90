import { objectAt, textAt } from '@/lib/evidence/members';
import { type AwsCommand, optionOf } from '@/lib/evidence/policies/aws-command';
import { type JsonObject, member } from '@/lib/text/json';
import type { Problem } from '@/lib/text/problem';
import { shellArgument } from '@/lib/text/quote';
import { code } from '@/lib/text/wording';

// IAM makes the report of what was used last in a job of its own: one command starts it, another one asks for it until it is there.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html

const JOB = /^[0-9a-z]{4,12}(?:-[0-9a-z]{2,12}){2,6}$/i;

/** What to do next, where an answer is about such a job and does not hold the whole report; `undefined` for everything else. */
export function readAccessJob(object: JsonObject, command: AwsCommand | undefined): Problem | undefined {
  const started = object.members.length === 1 ? textAt(object, 'JobId') : undefined;
  if (started !== undefined && JOB.test(started)) {
    return told(
      `This starts IAM’s report of what was used last. Print the report with ${print(started)}, and paste it.`,
    );
  }
  const status = textAt(object, 'JobStatus');
  if (status === undefined || !isOfReport(object, command)) return undefined;
  const job = command && optionOf(command, 'job-id');
  if (status === 'IN_PROGRESS') {
    return told(
      `IAM is still making its report of what was used last. Wait a few seconds, run ${print(job)} again, and paste what it prints.`,
    );
  }
  if (status === 'FAILED') {
    const said = textAt(objectAt(object, 'Error'), 'Message');
    const why = said === undefined ? '' : ` AWS says: ${code(said)}.`;
    return told(
      `IAM could not make its report of what was used last.${why} Start it again with ${code('aws iam generate-service-last-accessed-details --arn=ARN')}.`,
    );
  }
  const marker = textAt(object, 'Marker');
  if (textAt(object, 'IsTruncated') !== 'true' || marker === undefined) return undefined;
  return told(
    `This is only a part of IAM’s report of what was used last. ${print(job, marker)} prints the next part; paste that, too.`,
  );
}

/** Other services have jobs with a status, too. */
function isOfReport(object: JsonObject, command: AwsCommand | undefined): boolean {
  if (command !== undefined) return command.operation === 'get-service-last-accessed-details';
  return member(object, 'JobCreationDate') !== undefined || member(object, 'ServicesLastAccessed') !== undefined;
}

function told(message: string): Problem {
  return { code: 'last-accessed-job', severity: 'warning', message };
}

function print(job: string | undefined, marker?: string): string {
  const options = [`--job-id=${shellArgument(job ?? 'JOB_ID') ?? 'JOB_ID'}`];
  if (marker !== undefined) options.push(`--marker=${shellArgument(marker) ?? 'MARKER'}`);
  return code(`aws iam get-service-last-accessed-details ${options.join(' ')}`);
}
