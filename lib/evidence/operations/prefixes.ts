// Names under which hosts, events and SDKs know a service, in small letters without blanks and without "Amazon" and "AWS", where they are
// not its prefix in policies.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html

const NAMES: Readonly<Record<string, string>> = {
  'access-analyzer': 'accessanalyzer',
  acm: 'certificatemanager',
  'aco-automation': 'computeoptimizerautomation',
  'agent-registry': 'agent-registry-control agentregistrycontrol',
  aidevops: 'devopsagent',
  airflow: 'mwaa',
  'airflow-serverless': 'mwaaserverless',
  aoss: 'opensearchserverless',
  apigateway: 'apigatewayv2',
  appconfig: 'appconfigdata',
  'application-autoscaling': 'applicationautoscaling',
  appstream: 'appstream2',
  aps: 'amp',
  'aws-marketplace':
    'metering-marketplace discovery-marketplace entitlement.marketplace metering.marketplace entitlementmarketplace ' +
    'marketplacemetering meteringmarketplace marketplacecatalog marketplaceentitlementservice marketplaceagreement ' +
    'entitlement marketplaceentitlement agreement-marketplace agreementservice deployment-marketplace ' +
    'marketplaceagreementservice marketplacedeployment marketplacediscovery marketplacereporting reporting-marketplace',
  bedrock:
    'bedrock-agent bedrock-agent-runtime bedrock-runtime bedrock-data-automation bedrock-data-automation-runtime ' +
    'bedrockruntime bedrockagent bedrockagentruntime bedrockdataautomation bedrockdataautomationruntime',
  'bedrock-agentcore': 'bedrock-agentcore-control bedrockagentcore bedrockagentcorecontrol',
  billing: 'billingconsole',
  cases: 'connectcases',
  cassandra: 'keyspaces keyspacesstreams cassandra-streams',
  ce: 'costexplorer costexplorerservice',
  chime:
    'chimesdkidentity chimesdkmediapipelines chimesdkmeetings chimesdkmessaging chimesdkvoice identity-chime ' +
    'media-pipelines-chime meetings-chime messaging-chime voice-chime',
  'cleanrooms-ml': 'cleanroomsml',
  cloudformation: 'cloudcontrolapi cloudcontrol',
  cloudhsm: 'cloudhsmv2',
  cloudsearch: 'cloudsearchdomain',
  cloudwatch: 'monitoring cloudwatch-omni cloudwatchomni',
  'codeguru-profiler': 'codeguruprofiler',
  'cognito-identity': 'cognitoidentity',
  'cognito-idp': 'cognitoidentityprovider',
  config: 'configservice',
  connect: 'connectcontactlens contact-lens',
  'connect-campaigns': 'connectcampaigns connectcampaignsv2',
  cur: 'costandusagereportservice',
  discovery: 'applicationdiscoveryservice',
  dlm: 'datalifecyclemanager',
  dms: 'databasemigrationservice databasemigration',
  ds: 'directoryservice directory',
  'ds-data': 'directoryservicedata',
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
  forecast: 'forecastquery',
  geo: 'location',
  greengrass: 'greengrassv2',
  'health-agent': 'connecthealth',
  iam: 'identitymanagement',
  iot: 'iotdata iotdataplane data.iot iotsecuretunneling',
  iotjobsdata: 'iot-jobs-data iotjobsdataplane data.jobs.iot',
  ivs: 'ivsrealtime',
  kinesisanalytics: 'kinesisanalyticsv2',
  kinesisvideo:
    'kinesisvideoarchivedmedia kinesisvideomedia kinesisvideosignaling kinesisvideowebrtcstorage ' +
    'kinesisvideosignalingchannels',
  lambda: 'lambdacore lambdamicrovms lambdaweb',
  lex:
    'runtime.lex models.lex runtime-v2-lex models-v2-lex lexmodelbuildingservice lexruntimeservice lexmodels lexruntime ' +
    'lexmodelsv2 lexruntimev2',
  logs: 'cloudwatchlogs',
  mechanicalturk: 'mturk mturk-requester',
  mediastore: 'mediastoredata',
  mgh: 'migrationhub migrationhub-config migrationhubconfig',
  'migrationhub-orchestrator': 'migrationhuborchestrator',
  'migrationhub-strategy': 'migrationhubstrategy',
  mobiletargeting: 'pinpoint',
  'neptune-db': 'neptunedata',
  partnercentral:
    'partnercentral-account partnercentral-benefits partnercentral-channel partnercentral-selling partnercentral-prm ' +
    'partnercentralaccount partnercentralbenefits partnercentralchannel partnercentralrevenuemeasurement ' +
    'partnercentralselling',
  'payment-cryptography': 'paymentcryptographydata',
  personalize: 'personalize-events personalize-runtime personalizeevents personalizeruntime',
  profile: 'customerprofiles',
  ram: 'resourceaccessmanager',
  rds: 'docdb neptune',
  'rds-data': 'rdsdataapi rdsdata rdsdataservice',
  'refactor-spaces': 'migrationhubrefactorspaces',
  resiliencehub: 'resiliencehubv2',
  s3: 's3control s3-control',
  's3-outposts': 's3outposts',
  sagemaker:
    'runtime.sagemaker sagemakerruntime sagemakera2iruntime sagemakeredge sagemakeredgemanager sagemakerfeaturestoreruntime ' +
    'sagemakermetrics sagemakerjobruntime',
  scn: 'supplychain',
  sdb: 'simpledb simpledbv2',
  serverlessrepo: 'serverlessapplicationrepository',
  servicecatalog: 'servicecatalogappregistry servicecatalog-appregistry appregistry',
  servicequotas: 'service-quotas',
  ses: 'email sesv2 pinpointemail mailmanager mail-manager simpleemailservice simpleemail',
  signer: 'data-signer signerdata',
  sms: 'servermigration',
  'sms-voice': 'pinpointsmsvoice',
  'social-messaging': 'socialmessaging',
  ssm: 'simplesystemsmanagement systemsmanagement simplesystemsmanager',
  sso: 'ssoadmin',
  'sso-oauth': 'oidc ssooidc',
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

const SAME_NAME =
  'access-analyzer account account-access acm acm-pca aco-automation agent-registry aidevops aiops airflow airflow-serverless ' +
  'amplify amplifybackend amplifyuibuilder aoss apigateway app-integrations appconfig appfabric appflow application-autoscaling ' +
  'application-signals applicationinsights appmesh apprunner appstream appsync aps arc-region-switch ' +
  'arc-zonal-shift artifact athena auditmanager autoscaling autoscaling-plans aws-marketplace b2bi backup backup-gateway ' +
  'backup-search batch bcm-dashboards bcm-data-exports bcm-pricing-calculator bcm-recommended-actions bedrock bedrock-agentcore ' +
  'billing billingconductor braket budgets cases cassandra ce chatbot chime cleanrooms cleanrooms-ml cloud9 clouddirectory ' +
  'cloudformation cloudfront cloudfront-keyvaluestore cloudhsm cloudsearch cloudtrail cloudtrail-data cloudwatch codeartifact ' +
  'codebuild codecatalyst codecommit codeconnections codedeploy codeguru-profiler codeguru-reviewer codeguru-security ' +
  'codepipeline codestar-connections codestar-notifications cognito-identity cognito-idp cognito-sync comprehend ' +
  'comprehendmedical compute-optimizer config connect connect-campaigns controlcatalog controltower cost-optimization-hub cur ' +
  'databrew dataexchange datapipeline datasync datazone dax deadline detective devicefarm devops-guru directconnect discovery ' +
  'dlm dms docdb-elastic drs ds ds-data dsql dynamodb ebs ec2 ec2-instance-connect ecr ecr-public ecs eks eks-auth elasticache ' +
  'elasticbeanstalk elasticfilesystem elasticloadbalancing elasticmapreduce elemental-inference emr-containers emr-serverless ' +
  'entityresolution es events evs execute-api finspace firehose fis fms forecast frauddetector freetier fsx gamelift ' +
  'gameliftstreams geo geo-maps geo-places geo-routes glacier globalaccelerator glue grafana greengrass groundstation guardduty ' +
  'health health-agent healthlake iam identitystore imagebuilder importexport inspector inspector-scan inspector2 interconnect ' +
  'internetmonitor invoicing iot iotdeviceadvisor iotfleetwise iotjobsdata iotmanagedintegrations iotsitewise iottwinmaker ' +
  'iotwireless ivs ivschat kafka kafkaconnect kendra kendra-ranking kinesis kinesisanalytics kinesisvideo kms lakeformation ' +
  'lambda launchwizard lex license-manager license-manager-linux-subscriptions license-manager-user-subscriptions lightsail logs ' +
  'lookoutequipment m2 machinelearning macie2 managedblockchain managedblockchain-query marketplacecommerceanalytics ' +
  'mechanicalturk mediaconnect mediaconvert medialive mediapackage mediapackage-vod mediapackagev2 mediastore mediatailor ' +
  'medical-imaging memorydb mgh mgn migrationhub-orchestrator migrationhub-strategy mobiletargeting mpa mq neptune-db ' +
  'neptune-graph network-firewall network-security-manager networkflowmonitor networkmanager networkmonitor notifications ' +
  'notifications-contacts nova-act oam observabilityadmin odb omics opensearch organizations osis outposts partnercentral ' +
  'payment-cryptography pca-connector-ad pca-connector-scep pcs personalize pi pipes polly pricing pricingplanmanager profile ' +
  'proton qapps qbusiness quicksight ram rbin rds rds-data redshift redshift-data redshift-serverless refactor-spaces ' +
  'rekognition repostspace resiliencehub resource-explorer-2 resource-groups rolesanywhere route53 route53-recovery-cluster ' +
  'route53-recovery-control-config route53-recovery-readiness route53domains route53globalresolver route53profiles ' +
  'route53resolver rtbfabric rum s3 s3-outposts s3files s3tables s3vectors sagemaker sagemaker-geospatial savingsplans scheduler ' +
  'schemas scn sdb secretsmanager security-ir securityagent securityhub securitylake serverlessrepo servicecatalog ' +
  'servicediscovery servicequotas ses shield signer signin sms sms-voice snow-device-management snowball sns social-messaging ' +
  'sqs ssm ssm-contacts ssm-guiconnect ssm-incidents ssm-quicksetup ssm-sap sso-oauth states storagegateway sts support ' +
  'supportapp supportauthz sustainability swf synthetics tag tax textract thinclient timestream timestream-influxdb tnb ' +
  'transcribe transfer translate trustedadvisor uxc verifiedpermissions voiceid vpc-lattice waf waf-regional wafv2 ' +
  'wellarchitected wickr wisdom workdocs workmail workmailmessageflow workspaces workspaces-instances workspaces-web xray';

/** The prefixes of services that SDKs name as policies do, by that name in small letters without blanks and hyphens. */
export const PREFIXES_OF_SAME_NAME: Readonly<Record<string, string>> = Object.fromEntries(
  SAME_NAME.split(' ').map((prefix) => [prefix.replaceAll('-', ''), prefix]),
);
