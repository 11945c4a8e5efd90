import { checkCases } from '@/lib/testing/check-cases';
import { bucketPolicy, trustPolicy } from '@/lib/testing/policy-texts';

const OWN = ', "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }';
const trust = (service: string) => trustPolicy(`{ "Service": ${service} }`, '"sts:AssumeRole"', OWN);
const bucket = (service: string) => bucketPolicy(`{ "Service": ${service} }`, OWN);

checkCases('INVALID_SERVICE_PRINCIPAL', {
  invalid: [
    bucket('«"lambda"»'),
    bucket(
      '["s3.amazonaws.com", «"arn:aws:iam::111122223333:role/a"», «"logs.amazonaws"», «""», «"a b.amazonaws.com"»]',
    ),
    { type: 'trust', text: trust('«"https://ec2.amazonaws.com"»') },
  ],
  valid: [
    bucket('"s3.amazonaws.com"'),
    bucket('"logs.eu-west-1.amazonaws.com"'),
    bucket('"ec2.amazonaws.com.cn"'),
    bucket('"alexa-appkit.amazon.com"'),
    bucket('"*"'),
    { type: 'trust', text: trust('"ec2.amazonaws.com"') },
  ],
  fixed: [
    [bucket('"lambda"'), bucket('"lambda.amazonaws.com"')],
    [bucket('"logs.amazonaws"'), bucket('"logs.amazonaws.com"')],
    [bucket('"Lambda.amazonaws.con"'), bucket('"lambda.amazonaws.com"')],
  ],
});

checkCases('SERVICE_PRINCIPAL_UNKNOWN', {
  invalid: [
    bucket('«"lamda.amazonaws.com"»'),
    bucket('["s3.amazonaws.com", «"task.apprunner2.amazonaws.com"»]'),
    bucket('«"lambda.amazon.com"»'),
    { type: 'trust', text: trust('«"ecs-task.amazonaws.com"»') },
  ],
  valid: [
    bucket('"lambda.amazonaws.com"'),
    bucket('"s3.us-east-1.amazonaws.com"'),
    bucket('"logs.cn-north-1.amazonaws.com.cn"'),
    bucket('"alexa-appkit.amazon.com"'),
    // Some part of a known service.
    bucket('"members.lambda.amazonaws.com"'),
    bucket('"lambda"'),
    ...['vpc-flow-logs', 'delivery.logs', 'logging.s3', 'ecs-tasks', 'edgelambda', 'pods.eks', 'monitoring.rds'].map(
      (name) => ({ type: 'trust' as const, text: trust(`"${name}.amazonaws.com"`) }),
    ),
  ],
  fixed: [
    [bucket('"lamda.amazonaws.com"'), bucket('"lambda.amazonaws.com"')],
    [bucket('"ecs-task.amazonaws.com"'), bucket('"ecs-tasks.amazonaws.com"')],
  ],
});
