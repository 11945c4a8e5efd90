// The example data of the seven steps, with invented names.

export const DYNAMODB_MESSAGE =
  'User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table/MyTable';

export const SCP_MESSAGE = `An error occurred (AccessDeniedException) when calling the PutItem operation: ${DYNAMODB_MESSAGE} because no service control policy allows the dynamodb:PutItem action`;

/** What a person would ask for with the identity-based policy below. */
export const S3_MESSAGE =
  'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::example-bucket/report.csv"';

export const S3_IDENTITY = printed({
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:PutObject'],
  Resource: 'arn:aws:s3:::example-bucket/*',
});

export const ONLY_S3_SCP = printed({ Effect: 'Allow', Action: 's3:*', Resource: '*' });

export const PUBLIC_BUCKET = printed({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::example-bucket/*',
});

export const EC2_BOUNDARY = printed({
  Effect: 'Allow',
  Action: ['ec2:StartInstances', 'ec2:StopInstances'],
  Resource: '*',
});

export const DYNAMODB_IDENTITY = printed({
  Effect: 'Allow',
  Action: 'dynamodb:*',
  Resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/MyTable',
});

export const S3_DENY = printed({ Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::example-bucket/*' });

function printed(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
}
