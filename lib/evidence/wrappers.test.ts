import { describe, expect, test } from 'vitest';
import type { DenialReport } from '@/lib/evidence/evidence';
import { readEvidence } from '@/lib/evidence/read';

const KIM = 'arn:aws:sts::111122223333:assumed-role/dev/kim';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders';
const SAID = {
  isAccessDenied: true,
  principal: KIM,
  action: 'dynamodb:PutItem',
  resource: TABLE,
  denial: 'implicit',
  policyType: 'identity',
} as const;
const CORE = `User: ${KIM} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:PutItem action`;

/** One report, with exactly what the sentence and its clothing say. */
function check(text: string, around: Pick<DenialReport, 'code' | 'operation'>): void {
  expect(readEvidence(text)).toEqual({
    kind: 'message',
    reports: [{ ...SAID, ...around }],
    policies: [],
    problems: [],
  });
}

describe('tools', () => {
  const DENIED = { code: 'AccessDeniedException' };
  const PUT = { ...DENIED, operation: 'PutItem' };
  const CLI = `An error occurred (AccessDeniedException) when calling the PutItem operation: ${CORE}`;
  test.each<readonly [string, string, Pick<DenialReport, 'code' | 'operation'>]>([
    ['AWS CLI', CLI, PUT],
    ['AWS CLI with its prompt', `$ aws dynamodb put-item --table-name Orders --item file://i.json\n\n${CLI}\n$ `, PUT],
    ['newer AWS CLI', `aws: [ERROR]: ${CLI}`, PUT],
    ['AWS CLI after retries', CLI.replace('operation:', 'operation (reached max retries: 4):'), PUT],
    ['AWS CLI, high-level command', `upload failed: ./a to s3://b/a ${CLI}`, PUT],
    ['AWS CLI, fatal', `fatal error: ${CLI}`, PUT],
    [
      'very old AWS CLI',
      `A client error (AccessDeniedException) occurred when calling the PutItem operation: ${CORE}`,
      PUT,
    ],
    [
      'boto3',
      `Traceback (most recent call last):\n  File "/app/x.py", line 3, in <module>\n    t.put_item(Item={})\nbotocore.exceptions.ClientError: ${CLI}`,
      PUT,
    ],
    [
      'boto2',
      `EC2ResponseError: 403 Forbidden\n<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>AccessDeniedException</Code><Message>${CORE}</Message></Error></Errors><RequestID>a-1</RequestID></Response>`,
      DENIED,
    ],
    [
      'Java SDK 1',
      `com.amazonaws.services.dynamodbv2.model.AmazonDynamoDBException: ${CORE} (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: AccessDeniedException; Request ID: A1; Proxy: null)\n\tat com.amazonaws.http.AmazonHttpClient.x(AmazonHttpClient.java:1)`,
      DENIED,
    ],
    [
      'Java SDK 2',
      `software.amazon.awssdk.services.dynamodb.model.DynamoDbException: ${CORE} (Service: DynamoDb, Status Code: 400, Request ID: A1, Extended Request ID: null) (SDK Attempt Count: 1)`,
      {},
    ],
    [
      'JavaScript SDK 2',
      `AccessDeniedException: ${CORE}\n    at Request.extractError (/app/node_modules/aws-sdk/lib/protocol/json.js:52:27) {\n  code: 'AccessDeniedException',\n  time: 2026-03-01T08:12:13.123Z,\n  requestId: 'A1',\n  statusCode: 400,\n  retryable: false\n}`,
      DENIED,
    ],
    [
      'JavaScript SDK 3',
      `AccessDeniedException: ${CORE}\n    at de_PutItemCommandError (/app/x.js:1:1)\n  '$fault': 'client',\n  '$metadata': { httpStatusCode: 400, requestId: 'A1' }`,
      PUT,
    ],
    ['Go SDK 1', `AccessDeniedException: ${CORE}\n\tstatus code: 400, request id: A1`, DENIED],
    [
      'Go SDK 2',
      `operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: A1, api error AccessDeniedException: ${CORE}`,
      PUT,
    ],
    [
      'Go SDK 2, modelled exception',
      `operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: A1, AccessDeniedException: ${CORE}`,
      PUT,
    ],
    [
      'Go SDK 2, a service with blanks and digits',
      `operation error Elastic Load Balancing v2: DescribeRules, https response error StatusCode: 403, RequestID: A1, api error AccessDenied: ${CORE}`,
      { code: 'AccessDenied', operation: 'DescribeRules' },
    ],
    [
      '.NET',
      `Amazon.DynamoDBv2.AmazonDynamoDBException: ${CORE} ---> Amazon.Runtime.Internal.HttpErrorResponseException: The remote server returned an error: (400) Bad Request`,
      {},
    ],
    [
      'PHP',
      `Error executing "PutItem" on "https://dynamodb.eu-west-1.amazonaws.com"; AWS HTTP error: Client error: \`POST https://dynamodb.eu-west-1.amazonaws.com\` resulted in a \`400 Bad Request\` response: {"__type":"com.amazon.coral.service#AccessDeniedException","Message":"${CORE.slice(0, 90)} (truncated...) AccessDeniedException (client): ${CORE} - {"__type":"com.amazon.coral.service#AccessDeniedException","Message":"${CORE}"}`,
      PUT,
    ],
    ['Ruby', `Aws::DynamoDB::Errors::AccessDeniedException: ${CORE}`, DENIED],
    [
      'Rust',
      `ServiceError(ServiceError { source: Unhandled(Unhandled { source: ErrorMetadata { code: Some("AccessDeniedException"), message: Some("${CORE}"), extras: Some({"aws_request_id": "A1"}) } }) })`,
      DENIED,
    ],
    ['C++', `AccessDeniedException: ${CORE} with address : 203.0.113.9`, DENIED],
    [
      'Terraform',
      `╷\n│ Error: putting item: operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: A1, api error AccessDeniedException: ${CORE}\n│ \n│   with aws_dynamodb_table_item.x,\n│   on main.tf line 4, in resource "aws_dynamodb_table_item" "x":\n│    4: resource "aws_dynamodb_table_item" "x" {\n╵`,
      PUT,
    ],
    [
      'Terraform in a pipeline, its box broken into lines',
      `14:36:05  \u001b[31m│\u001b[0m \u001b[0mError: putting item: operation error DynamoDB: PutItem, https response error\n14:36:05  \u001b[31m│\u001b[0m StatusCode: 400, RequestID: A1, api error AccessDeniedException: User:\n${CORE.slice(
        6,
      )
        .split(' ')
        .map((word) => `14:36:05  \u001b[31m│\u001b[0m ${word}`)
        .join('\n')}`,
      PUT,
    ],
    [
      'Pulumi',
      `error: 1 error occurred:\n\t* creating item (p): AccessDeniedException: ${CORE}\n\tstatus code: 400`,
      DENIED,
    ],
    [
      'CDK',
      `12:26:06 PM | CREATE_FAILED | AWS::DynamoDB::Table | Orders\nResource handler returned message: "${CORE} (Service: DynamoDb, Status Code: 400, Request ID: a-1)" (RequestToken: b-2, HandlerErrorCode: AccessDenied)`,
      { code: 'AccessDenied' },
    ],
    ['CDK, the stack', `Shop failed: ValidationError: ${CORE}`, { code: 'ValidationError' }],
    [
      'CloudFormation, handler in handler',
      `Resource handler returned message: "Encountered a permissions error performing a tagging operation, please add required tag permissions. See https://repost.aws/x for how to resolve. Resource handler returned message: "${CORE} (Service: Lambda, Status Code: 403, Request ID: a-1)"" (RequestToken: b-2, HandlerErrorCode: UnauthorizedTaggingOperation)`,
      { code: 'UnauthorizedTaggingOperation' },
    ],
    ['older CloudFormation', `API: dynamodb:PutItem ${CORE}`, {}],
    ['Serverless', `ServerlessError: ${CORE}`, {}],
    [
      'Ansible',
      `fatal: [localhost]: FAILED! => {"changed": false, "msg": "Failed to put: ${CLI}", "error": {"code": "AccessDeniedException"}}`,
      PUT,
    ],
    [
      'Lambda’s log',
      `2026-03-01T08:12:13.123Z\ta1b2\tERROR\tInvoke Error \t${JSON.stringify({ errorType: 'AccessDeniedException', errorMessage: CORE, code: 'AccessDeniedException', message: CORE, stack: [`AccessDeniedException: ${CORE}`, '    at Request.extractError'] })}\nEND RequestId: a1b2`,
      DENIED,
    ],
    [
      'a JSON body',
      JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', Message: CORE }),
      DENIED,
    ],
    [
      'an XML body',
      `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\n  <Error>\n    <Type>Sender</Type>\n    <Code>AccessDenied</Code>\n    <Message>${CORE}</Message>\n  </Error>\n  <RequestId>a-1</RequestId>\n</ErrorResponse>`,
      { code: 'AccessDenied' },
    ],
    [
      'a controller’s log',
      JSON.stringify({
        level: 'ERROR',
        time: '2026-03-01T08:12:13Z',
        error: `creating machine, with fleet error(s), AccessDeniedException: ${CORE}\n\tstatus code: 400, request id: a-1`,
      }),
      DENIED,
    ],
  ])('%s', (_name, text, around) => check(text, around));
});

describe('dresses of the text itself', () => {
  const json = (value: unknown) => JSON.stringify(value);
  test.each<readonly [string, string]>([
    ['colours', `\u001b[31m\u001b[1mError:\u001b[0m\u001b[0m ${CORE.replace('not', '\u001b[1mnot\u001b[0m')}\u001b[0m`],
    ['colours whose escape character was lost', `[31mError:[0m ${CORE}[0m`],
    ['colours of a build log', `#033[31;1mError:#033[0m ${CORE}#033[0m`],
    ['a Markdown quote in bold', `> **${CORE}**`],
    ['a Markdown code block', `\`\`\`text\n${CORE}\n\`\`\``],
    ['Markdown emphasis inside an ARN', CORE.replace('assumed-role/dev', '**assumed-role/dev**')],
    ['HTML', `<p>${CORE.replace('not', '<b>not</b>')}</p><br/>`],
    ['HTML entities', `&quot;${CORE}&quot;&nbsp;&#39;x&#x27;`],
    ['curly quotes', `“${CORE}”`],
    [
      'comment marks',
      CORE.split(' ')
        .map((word) => `# ${word}`)
        .join('\n'),
    ],
    [
      'comment marks of a program',
      CORE.split(' ')
        .map((word) => ` * ${word}`)
        .join('\n'),
    ],
    [
      'line times',
      CORE.split(' ')
        .map((word) => `2026-03-01T08:12:13.1234567Z ${word}`)
        .join('\r\n'),
    ],
    ['JSON', json({ message: CORE })],
    ['JSON in JSON', json({ error: json({ message: CORE }) })],
    ['JSON in JSON in JSON', json({ log: json({ error: json({ message: CORE }) }) })],
    ['an open JSON string', json({ message: CORE }).slice(0, -2)],
    ['escaped line breaks', json({ message: CORE.replaceAll(' ', '\n') })],
    ['Unicode escapes', CORE.replaceAll(':', '\\u003a')],
  ])('%s', (_name, text) => check(text, {}));
});

test('several messages are several reports, each with its own code and operation', () => {
  const other = `An error occurred (AccessDenied) when calling the GetObject operation: Access Denied`;
  const text = `${other}\nAn error occurred (AccessDeniedException) when calling the PutItem operation: ${CORE}\nAn error occurred (ThrottlingException) when calling the Query operation: Rate exceeded`;
  expect(readEvidence(text).reports).toMatchObject([
    { isAccessDenied: true, operation: 'GetObject', code: 'AccessDenied', impliedAction: 's3:GetObject' },
    { isAccessDenied: true, operation: 'PutItem', code: 'AccessDeniedException', action: 'dynamodb:PutItem' },
    { isAccessDenied: false, operation: 'Query', notIam: 'quota' },
  ]);
});
