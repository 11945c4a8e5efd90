import { lookUp } from '@/lib/text/table';

// How the parameters of a call name the resource, by the service's prefix. `{name}` is a parameter, `{a|b}` the first of several that is
// there, `{list.0.name}` a place inside one, `{map.*}` the first name in a map; `[…]` is left out where a parameter in it is missing. P, R and A
// stand for partition, Region and the account that recorded the event. Where the last parameter holds an ARN, that is the resource. The first template whose parameters
// are all there counts. A word behind a tilde says which values a parameter may have, see `VALUES`.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html

export interface ResourceTemplate {
  readonly template: string;
  /** Operations that it belongs to; left out: all. */
  readonly of?: RegExp;
}

const all = (...templates: readonly string[]): readonly ResourceTemplate[] =>
  templates.map((template) => ({ template }));
const some = (of: RegExp, ...templates: readonly string[]): readonly ResourceTemplate[] =>
  templates.map((template) => ({ template, of }));

export const RESOURCE_TEMPLATES: Readonly<Record<string, readonly ResourceTemplate[]>> = {
  s3: [
    ...some(/AccessPoint/, 'arn:P:s3:R:A:accesspoint/{name}'),
    ...some(/Object|Upload|^ListParts|^PostObject/, 'arn:P:s3:::{bucketName}/{key}'),
    ...some(
      /^(?!.*(?:Object|Upload|Part))|^ListObject|^ListMultipart|ObjectLockConfiguration/,
      'arn:P:s3:::{bucketName}',
    ),
  ],
  s3express: all('arn:P:s3express:R:A:bucket/{bucketName}'),
  dynamodb: [
    ...some(/Backup$/, '{backupArn}'),
    ...some(/^Batch(?:Get|Write)Item$/, 'arn:P:dynamodb:R:A:table/{requestItems.*}'),
    ...some(
      /^Transact(?:Get|Write)Items$/,
      'arn:P:dynamodb:R:A:table/{transactItems.0.get.tableName|transactItems.0.conditionCheck.tableName|transactItems.0.put.tableName|transactItems.0.update.tableName|transactItems.0.delete.tableName}',
    ),
    ...all(
      'arn:P:dynamodb:R:A:table/{tableName}[/index/{indexName}]',
      '{tableArn|resourceArn|streamArn|sourceTableArn}',
    ),
  ],
  lambda: [
    ...some(/^GetLayerVersionByArn$/, '{arn}'),
    ...some(/Layer/, 'arn:P:lambda:R:A:layer:{layerName}[:{versionNumber}]'),
    ...some(/EventSourceMapping/, 'arn:P:lambda:R:A:event-source-mapping:{uUID}'),
    ...all(
      'arn:P:lambda:R:A:function:{functionName~plain}[:{qualifier}]',
      'arn:P:lambda:R:{functionName~account}:function:{functionName~afterAccount}[:{qualifier}]',
      '{resource}',
    ),
  ],
  sqs: all('arn:P:sqs:R:A:{queueName}'),
  sns: [
    ...some(/^CreateTopic$/, 'arn:P:sns:R:A:{name}'),
    ...all('{topicArn|targetArn|subscriptionArn|endpointArn|platformApplicationArn|resourceArn}', '{phoneNumber}'),
  ],
  // An alias says nothing of the key behind it.
  kms: [...some(/Alias$/, 'arn:P:kms:R:A:{aliasName}'), ...all('arn:P:kms:R:A:key/{keyId~key}')],
  // The name lacks six characters that AWS adds.
  secretsmanager: [
    ...some(/^CreateSecret$/, 'arn:P:secretsmanager:R:A:secret:{name}-??????'),
    ...all('arn:P:secretsmanager:R:A:secret:{secretId}-??????'),
  ],
  ssm: [
    ...some(/Parameter/, 'arn:P:ssm:R:A:parameter/{name|names.0|path~path}'),
    ...some(
      /^SendCommand$|Document|^StartAutomation/,
      'arn:P:ssm:R::document/{documentName|name~ofAws}',
      'arn:P:ssm:R:A:document/{documentName|name}',
    ),
    ...some(/Session$/, 'arn:P:ec2:R:A:instance/{target}'),
    ...some(/^GetCommandInvocation|InstanceInformation$/, 'arn:P:ec2:R:A:instance/{instanceId}'),
  ],
  ec2: [
    ...some(/^RunInstances$/, 'arn:P:ec2:R:A:instance/*'),
    ...some(
      /^(?:Start|Stop|Terminate|Reboot|Monitor|Unmonitor)Instances$/,
      'arn:P:ec2:R:A:instance/{instancesSet.items.0.instanceId}',
    ),
    ...some(
      /InstanceAttribute$|IamInstanceProfile$|^GetConsole|^GetPassword|^SendDiagnostic/,
      'arn:P:ec2:R:A:instance/{instanceId}',
    ),
    ...some(/Volume/, 'arn:P:ec2:R:A:volume/{volumeId}'),
    ...some(/Snapshot/, 'arn:P:ec2:R::snapshot/{snapshotId}'),
    ...some(/Image/, 'arn:P:ec2:R::image/{imageId}'),
    ...some(/SecurityGroup(?:Ingress|Egress)?$|SecurityGroupRules?/, 'arn:P:ec2:R:A:security-group/{groupId}'),
    ...some(/NetworkInterface/, 'arn:P:ec2:R:A:network-interface/{networkInterfaceId}'),
    ...some(
      /LaunchTemplate/,
      'arn:P:ec2:R:A:launch-template/{DeleteLaunchTemplateRequest.LaunchTemplateId|launchTemplateId}',
    ),
    ...some(/KeyPair/, 'arn:P:ec2:R:A:key-pair/{keyName}'),
    ...some(/RouteTable|Route$/, 'arn:P:ec2:R:A:route-table/{routeTableId}'),
    ...some(/InternetGateway/, 'arn:P:ec2:R:A:internet-gateway/{internetGatewayId}'),
    ...some(/NatGateway/, 'arn:P:ec2:R:A:natgateway/{natGatewayId}'),
    ...some(/VpcEndpoint/, 'arn:P:ec2:R:A:vpc-endpoint/{vpcEndpointId}'),
    ...some(/Subnet/, 'arn:P:ec2:R:A:subnet/{subnetId}'),
    ...some(
      /^(?:Create|Delete)Tags$/,
      'arn:P:ec2:R:A:{resourcesSet.items.0.resourceId~typed}',
      'arn:P:ec2:R::{resourcesSet.items.0.resourceId~typedWithoutAccount}',
    ),
    ...some(/Vpc/, 'arn:P:ec2:R:A:vpc/{vpcId}'),
  ],
  iam: [
    ...some(/^CreateServiceLinkedRole$/, 'arn:P:iam::A:role/aws-service-role/{aWSServiceName}/*'),
    ...some(/InstanceProfile/, 'arn:P:iam::A:instance-profile/{instanceProfileName}'),
    ...some(
      /^(?:Attach|Detach|Put|Delete|Get|List|Tag|Untag|Create|Update).*Role|^UpdateAssumeRolePolicy$/,
      'arn:P:iam::A:role/{roleName}',
    ),
    ...some(/Group/, 'arn:P:iam::A:group/{groupName}'),
    ...some(
      /User|AccessKey|LoginProfile|MFADevice$|SSHPublicKey|SigningCertificate|ServiceSpecificCredential/,
      'arn:P:iam::A:user/{userName}',
    ),
    ...some(/Policy/, '{policyArn}', 'arn:P:iam::A:policy/{policyName}'),
    ...some(/SAMLProvider/, '{sAMLProviderArn}', 'arn:P:iam::A:saml-provider/{name}'),
    ...some(/OpenIDConnectProvider/, '{openIDConnectProviderArn}'),
  ],
  sts: [...some(/^GetServiceBearerToken$/, '*'), ...all('{roleArn}', 'arn:P:sts::A:federated-user/{name}')],
  logs: all('arn:P:logs:R:A:log-group:{logGroupName}[:log-stream:{logStreamName}]', '{resourceArn|logGroupIdentifier}'),
  events: [
    ...some(/Rule|Targets/, 'arn:P:events:R:A:rule/[{eventBusName~notDefault}/]{rule|name}'),
    ...some(/^PutEvents$/, 'arn:P:events:R:A:event-bus/{entries.0.eventBusName}'),
    ...some(/EventBus|Permission/, 'arn:P:events:R:A:event-bus/{eventBusName|name}'),
  ],
  states: [
    ...some(/^CreateStateMachine$/, 'arn:P:states:R:A:stateMachine:{name}'),
    ...all('{stateMachineArn|executionArn|activityArn|resourceArn}'),
  ],
  ecr: [
    ...some(/^GetAuthorizationToken$/, '*'),
    ...all('arn:P:ecr:R:{registryId|A}:repository/{repositoryName}', '{resourceArn}'),
  ],
  'ecr-public': some(/^GetAuthorizationToken$/, '*'),
  ecs: [
    ...some(/TaskDefinition$/, 'arn:P:ecs:R:A:task-definition/{taskDefinition|family}'),
    ...some(/^RunTask$/, 'arn:P:ecs:R:A:task-definition/{taskDefinition}'),
    ...some(/Service$/, 'arn:P:ecs:R:A:service/{cluster}/{service|serviceName}'),
    ...some(/^StopTask$|^ExecuteCommand$/, 'arn:P:ecs:R:A:task/{cluster}/{task}'),
    ...some(/Cluster/, 'arn:P:ecs:R:A:cluster/{cluster|clusterName}'),
    ...all('{resourceArn}'),
  ],
  eks: [
    ...some(/Nodegroup/, 'arn:P:eks:R:A:nodegroup/{clusterName|name}/{nodegroupName}/*'),
    ...all('arn:P:eks:R:A:cluster/{clusterName|name}', '{resourceArn}'),
  ],
  rds: [
    ...some(/DBClusterSnapshot/, 'arn:P:rds:R:A:cluster-snapshot:{dBClusterSnapshotIdentifier}'),
    ...some(/DBSnapshot/, 'arn:P:rds:R:A:snapshot:{dBSnapshotIdentifier}'),
    ...some(/DBClusterParameterGroup/, 'arn:P:rds:R:A:cluster-pg:{dBClusterParameterGroupName}'),
    ...some(/DBParameterGroup/, 'arn:P:rds:R:A:pg:{dBParameterGroupName}'),
    ...some(/DBSubnetGroup/, 'arn:P:rds:R:A:subgrp:{dBSubnetGroupName}'),
    ...some(/OptionGroup/, 'arn:P:rds:R:A:og:{optionGroupName}'),
    ...some(/DBCluster/, 'arn:P:rds:R:A:cluster:{dBClusterIdentifier}'),
    ...some(/DBInstance|DBLog/, 'arn:P:rds:R:A:db:{dBInstanceIdentifier}'),
    ...all('{resourceName}'),
  ],
  'rds-data': all('{resourceArn|dbClusterOrInstanceArn}'),
  glue: [
    ...some(/Job/, 'arn:P:glue:R:A:job/{jobName|name}'),
    ...some(/Crawler/, 'arn:P:glue:R:A:crawler/{name|crawlerName}'),
    ...some(/Connection/, 'arn:P:glue:R:A:connection/{name|connectionInput.name}'),
    ...some(/Trigger/, 'arn:P:glue:R:A:trigger/{name}'),
    ...some(/Table|Partition/, 'arn:P:glue:R:{catalogId|A}:table/{databaseName}/{tableName|name|tableInput.name}'),
    ...some(/Database$/, 'arn:P:glue:R:{catalogId|A}:database/{name|databaseInput.name}'),
  ],
  athena: [
    ...some(/WorkGroup$/, 'arn:P:athena:R:A:workgroup/{workGroup|name}'),
    ...all('arn:P:athena:R:A:workgroup/{workGroup}'),
  ],
  kinesis: all('{streamARN|consumerARN}', 'arn:P:kinesis:R:A:stream/{streamName}'),
  firehose: all('arn:P:firehose:R:A:deliverystream/{deliveryStreamName}'),
  apigateway: [
    ...some(
      /Method$|MethodResponse|Integration/,
      'arn:P:apigateway:R::/restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}',
    ),
    ...some(
      /Stage$/,
      'arn:P:apigateway:R::/restapis/{restApiId}/stages/{stageName}',
      'arn:P:apigateway:R::/apis/{apiId}/stages/{stageName}',
    ),
    ...some(/Resources?$/, 'arn:P:apigateway:R::/restapis/{restApiId}/resources[/{resourceId}]'),
    ...some(/Deployments?$/, 'arn:P:apigateway:R::/restapis/{restApiId}/deployments[/{deploymentId}]'),
    ...some(/RestApi$|^GetExport$/, 'arn:P:apigateway:R::/restapis/{restApiId}'),
    ...some(/Api$/, 'arn:P:apigateway:R::/apis/{apiId}'),
    ...some(/^GetRestApis$|^CreateRestApi$|^ImportRestApi$/, 'arn:P:apigateway:R::/restapis'),
  ],
  cloudformation: [
    ...some(/StackSet|StackInstances/, 'arn:P:cloudformation:R:A:stackset/{stackSetName}:*'),
    ...all('arn:P:cloudformation:R:A:stack/{stackName}/*'),
  ],
  route53: [
    ...some(/^GetChange$/, 'arn:P:route53:::change/{id~path}'),
    ...some(/HostedZone|ResourceRecordSets|VPC/, 'arn:P:route53:::hostedzone/{hostedZoneId|id~path}'),
  ],
  cloudfront: [
    ...some(/Distribution/, 'arn:P:cloudfront::A:distribution/{distributionId|id}'),
    ...some(/Invalidation/, 'arn:P:cloudfront::A:distribution/{distributionId}'),
  ],
  elasticloadbalancing: [
    ...some(/^CreateLoadBalancer$/, 'arn:P:elasticloadbalancing:R:A:loadbalancer/app/{name}/*'),
    ...some(/^CreateTargetGroup$/, 'arn:P:elasticloadbalancing:R:A:targetgroup/{name}/*'),
    ...some(/Rule/, '{ruleArn|ruleArns.0|listenerArn}'),
    ...some(/Listener/, '{listenerArn|listenerArns.0|loadBalancerArn}'),
    ...some(/Target/, '{targetGroupArn|targetGroupArns.0}'),
    ...all('{loadBalancerArn|loadBalancerArns.0}', 'arn:P:elasticloadbalancing:R:A:loadbalancer/{loadBalancerName}'),
  ],
  autoscaling: [
    ...some(
      /LaunchConfiguration$/,
      'arn:P:autoscaling:R:A:launchConfiguration:*:launchConfigurationName/{launchConfigurationName}',
    ),
    ...all('arn:P:autoscaling:R:A:autoScalingGroup:*:autoScalingGroupName/{autoScalingGroupName}'),
  ],
  cloudwatch: [
    ...some(/Dashboards?$/, 'arn:P:cloudwatch::A:dashboard/{dashboardName|dashboardNames.0}'),
    ...some(/Alarm/, 'arn:P:cloudwatch:R:A:alarm:{alarmName|alarmNames.0}'),
  ],
  // Their ARNs are in small letters.
  sagemaker: [
    ...some(/TrainingJob$/, 'arn:P:sagemaker:R:A:training-job/{trainingJobName~lower}'),
    ...some(/ProcessingJob$/, 'arn:P:sagemaker:R:A:processing-job/{processingJobName~lower}'),
    ...some(/EndpointConfig$/, 'arn:P:sagemaker:R:A:endpoint-config/{endpointConfigName~lower}'),
    ...some(/Endpoint/, 'arn:P:sagemaker:R:A:endpoint/{endpointName~lower}'),
    ...some(/NotebookInstance/, 'arn:P:sagemaker:R:A:notebook-instance/{notebookInstanceName~lower}'),
    ...some(/Model$/, 'arn:P:sagemaker:R:A:model/{modelName~lower}'),
  ],
  // A profile's name begins with the continent that it serves.
  bedrock: [
    ...some(
      /^(?:Invoke|Converse|CountTokens)/,
      'arn:P:bedrock:R::foundation-model/{modelId~model}',
      'arn:P:bedrock:R:A:inference-profile/{modelId~profile}',
    ),
    ...some(/Guardrail/, 'arn:P:bedrock:R:A:guardrail/{guardrailIdentifier}'),
    ...some(/Agent$/, 'arn:P:bedrock:R:A:agent/{agentId}'),
    ...some(/KnowledgeBase$|^Retrieve$/, 'arn:P:bedrock:R:A:knowledge-base/{knowledgeBaseId}'),
  ],
  codebuild: [
    ...some(/^StartBuild$/, 'arn:P:codebuild:R:A:project/{projectName}'),
    ...some(/Project$/, 'arn:P:codebuild:R:A:project/{name|projectName}'),
    ...some(/^BatchGetProjects$/, 'arn:P:codebuild:R:A:project/{names.0}'),
  ],
  codepipeline: all('arn:P:codepipeline:R:A:{pipelineName|name|pipeline.name}'),
  codecommit: all('arn:P:codecommit:R:A:{repositoryName}'),
  elasticfilesystem: [
    ...some(/AccessPoint/, 'arn:P:elasticfilesystem:R:A:access-point/{accessPointId}'),
    ...all('arn:P:elasticfilesystem:R:A:file-system/{fileSystemId}'),
  ],
  'cognito-idp': all('arn:P:cognito-idp:R:A:userpool/{userPoolId}'),
  'cognito-identity': all('arn:P:cognito-identity:R:A:identitypool/{identityPoolId}'),
  acm: all('{certificateArn}'),
  backup: all('arn:P:backup:R:A:backup-vault:{backupVaultName}'),
  redshift: all('arn:P:redshift:R:A:cluster:{clusterIdentifier}'),
  es: all('arn:P:es:R:A:domain/{domainName}', '{aRN}'),
};

// What tags are put on, by the beginning of its ID.
const EC2_TYPES: Readonly<Record<string, string>> = {
  i: 'instance',
  vol: 'volume',
  sg: 'security-group',
  subnet: 'subnet',
  vpc: 'vpc',
  eni: 'network-interface',
  rtb: 'route-table',
  igw: 'internet-gateway',
  nat: 'natgateway',
  eipalloc: 'elastic-ip',
  vpce: 'vpc-endpoint',
  lt: 'launch-template',
  key: 'key-pair',
  acl: 'network-acl',
  tgw: 'transit-gateway',
  pcx: 'vpc-peering-connection',
};
const EC2_TYPES_WITHOUT_ACCOUNT: Readonly<Record<string, string>> = { ami: 'image', snap: 'snapshot' };

function typed(types: Readonly<Record<string, string>>, id: string): string | undefined {
  const type = lookUp(types, id.split('-')[0] ?? '');
  return type && `${type}/${id}`;
}

// A path's leading slash and a zone's type stand in the templates.
const withoutPath = (value: string) => value.replace(/^\/(?:hostedzone|change)\//, '').replace(/^\//, '');
const PROFILE = /^(?:us|us-gov|eu|apac|ca|jp|au|global)\./;
const WITH_ACCOUNT = /^(\d{12}):(?:function:)?(.+)$/;

/** Which values a parameter may have in a template, and how they stand there. */
export const VALUES: Readonly<Record<string, (value: string) => string | undefined>> = {
  any: (value) => value,
  path: withoutPath,
  lower: (value) => value.toLowerCase(),
  key: (value) => (/(?:^|:)alias\//.test(value) ? undefined : value),
  model: (value) => (PROFILE.test(value) ? undefined : value),
  profile: (value) => (PROFILE.test(value) ? value : undefined),
  notDefault: (value) => (value === 'default' ? undefined : value),
  ofAws: (value) => (value.startsWith('AWS-') ? value : undefined),
  plain: (value) => (WITH_ACCOUNT.test(value) ? undefined : value),
  account: (value) => WITH_ACCOUNT.exec(value)?.[1],
  afterAccount: (value) => WITH_ACCOUNT.exec(value)?.[2],
  typed: (value) => typed(EC2_TYPES, value),
  typedWithoutAccount: (value) => typed(EC2_TYPES_WITHOUT_ACCOUNT, value),
};
