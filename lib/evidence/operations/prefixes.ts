// Names under which hosts, events and SDKs know a service, in small letters without blanks and without "Amazon" and "AWS", where they are
// not its prefix in policies.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html

const NAMES: Readonly<Record<string, string>> = {
  'access-analyzer': 'accessanalyzer',
  airflow: 'mwaa',
  aoss: 'opensearchserverless',
  apigateway: 'apigatewayv2',
  'application-autoscaling': 'applicationautoscaling',
  aps: 'amp',
  'aws-marketplace':
    'metering-marketplace discovery-marketplace entitlement.marketplace metering.marketplace entitlementmarketplace ' +
    'marketplacemetering meteringmarketplace marketplacecatalog marketplaceentitlementservice marketplaceagreement entitlement marketplaceentitlement',
  bedrock:
    'bedrock-agent bedrock-agent-runtime bedrock-runtime bedrock-data-automation bedrock-data-automation-runtime bedrockruntime ' +
    'bedrockagent bedrockagentruntime bedrockdataautomation bedrockdataautomationruntime',
  'bedrock-agentcore': 'bedrock-agentcore-control bedrockagentcore bedrockagentcorecontrol',
  billing: 'billingconsole',
  cassandra: 'keyspaces keyspacesstreams',
  cases: 'connectcases',
  chime: 'chimesdkidentity chimesdkmediapipelines chimesdkmeetings chimesdkmessaging chimesdkvoice',
  'cleanrooms-ml': 'cleanroomsml',
  cloudformation: 'cloudcontrolapi cloudcontrol',
  cloudhsm: 'cloudhsmv2',
  cloudsearch: 'cloudsearchdomain',
  cloudwatch: 'monitoring',
  'codeguru-profiler': 'codeguruprofiler',
  'cognito-identity': 'cognitoidentity',
  'cognito-idp': 'cognitoidentityprovider',
  config: 'configservice',
  'connect-campaigns': 'connectcampaigns connectcampaignsv2',
  dlm: 'datalifecyclemanager',
  dms: 'databasemigrationservice databasemigration',
  ds: 'directoryservice directory',
  dynamodb: 'streams.dynamodb dynamodbstreams',
  ecr: 'elasticcontainerregistry elasticcontainerregistryservice',
  'ecr-public': 'ecrpublic',
  elasticfilesystem: 'efs',
  elasticloadbalancing: 'elasticloadbalancing elb elbv2',
  elasticmapreduce: 'emr',
  es: 'opensearch elasticsearch elasticsearchservice',
  events: 'cloudwatchevents eventbridge',
  'execute-api': 'apigatewaymanagementapi',
  firehose: 'kinesisfirehose',
  geo: 'location',
  greengrass: 'greengrassv2',
  iam: 'identitymanagement',
  iot: 'iotdata iotdataplane data.iot',
  iotjobsdata: 'iot-jobs-data iotjobsdataplane data.jobs.iot',
  kinesisanalytics: 'kinesisanalyticsv2',
  kinesisvideo:
    'kinesisvideoarchivedmedia kinesisvideomedia kinesisvideosignaling kinesisvideowebrtcstorage kinesisvideosignalingchannels',
  lex: 'runtime.lex models.lex runtime-v2-lex models-v2-lex lexmodelbuildingservice lexruntimeservice lexmodels lexruntime lexmodelsv2 lexruntimev2',
  logs: 'cloudwatchlogs',
  mechanicalturk: 'mturk mturk-requester',
  mgh: 'migrationhub migrationhub-config migrationhubconfig',
  'migrationhub-orchestrator': 'migrationhuborchestrator',
  'migrationhub-strategy': 'migrationhubstrategy',
  mobiletargeting: 'pinpoint',
  'neptune-db': 'neptunedata',
  partnercentral: 'partnercentral-account partnercentral-benefits partnercentral-channel partnercentral-selling',
  profile: 'customerprofiles',
  ram: 'resourceaccessmanager',
  rds: 'docdb neptune',
  'rds-data': 'rdsdataapi rdsdata rdsdataservice',
  'refactor-spaces': 'migrationhubrefactorspaces',
  resiliencehub: 'resiliencehubv2',
  s3: 's3control',
  's3-outposts': 's3outposts',
  sagemaker:
    'runtime.sagemaker sagemakerruntime sagemakera2iruntime sagemakeredge sagemakeredgemanager sagemakerfeaturestoreruntime sagemakermetrics',
  scn: 'supplychain',
  servicecatalog: 'servicecatalogappregistry servicecatalog-appregistry',
  servicequotas: 'service-quotas',
  ses: 'email sesv2 pinpointemail mailmanager mail-manager simpleemailservice simpleemail',
  sms: 'servermigration',
  'sms-voice': 'pinpointsmsvoice',
  'social-messaging': 'socialmessaging',
  ssm: 'simplesystemsmanagement systemsmanagement simplesystemsmanager',
  sso: 'ssoadmin',
  states: 'sfn stepfunctions',
  sts: 'securitytokenservice securitytoken',
  supportapp: 'support-app',
  swf: 'simpleworkflow',
  tag: 'tagging resourcegroupstaggingapi',
  tax: 'taxsettings',
  thinclient: 'workspacesthinclient',
  timestream: 'timestreamquery timestreamwrite query.timestream ingest.timestream',
  voiceid: 'voice-id',
  wisdom: 'qconnect',
};

export const PREFIXES_BY_NAME: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(NAMES).flatMap(([prefix, names]) => names.split(' ').map((name) => [name, prefix])),
);

/** Services that SDKs name as policies do. */
export const SAME_NAME: ReadonlySet<string> = new Set(
  (
    's3 dynamodb iam sts sqs sns kms ssm ecr ecs eks ec2 rds lambda secretsmanager cloudformation cloudtrail cloudwatch athena ' +
    'glue kinesis firehose organizations account apigateway backup batch bedrock codebuild codecommit codedeploy codepipeline ' +
    'codeartifact elasticache guardduty redshift route53 route53resolver sagemaker ses wafv2 waf shield appsync autoscaling cloudfront ' +
    'budgets config events logs acm amplify apprunner appstream chime cloudsearch comprehend connect detective devicefarm eks ' +
    'elasticbeanstalk emr fsx gamelift glacier health imagebuilder inspector2 iot kafka lakeformation lightsail macie2 mediaconvert ' +
    'medialive mq networkmanager opensearch outposts pipes polly pricing quicksight ram rekognition rolesanywhere s3tables s3vectors ' +
    'scheduler schemas securityhub servicediscovery signer states support synthetics textract transcribe transfer translate wellarchitected ' +
    'workmail workspaces xray'
  ).split(' '),
);
