/**
 * Services that call by themselves, as policies most often name them, and what they are.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export const SERVICE_PRINCIPALS: readonly (readonly [principal: string, service: string])[] = [
  ['lambda.amazonaws.com', 'AWS Lambda'],
  ['ec2.amazonaws.com', 'Amazon EC2'],
  ['ecs-tasks.amazonaws.com', 'tasks of Amazon ECS'],
  ['ecs.amazonaws.com', 'Amazon ECS'],
  ['states.amazonaws.com', 'AWS Step Functions'],
  ['events.amazonaws.com', 'Amazon EventBridge'],
  ['scheduler.amazonaws.com', 'Amazon EventBridge Scheduler'],
  ['pipes.amazonaws.com', 'Amazon EventBridge Pipes'],
  ['apigateway.amazonaws.com', 'Amazon API Gateway'],
  ['s3.amazonaws.com', 'Amazon S3'],
  ['sns.amazonaws.com', 'Amazon SNS'],
  ['sqs.amazonaws.com', 'Amazon SQS'],
  ['cloudfront.amazonaws.com', 'Amazon CloudFront'],
  ['cloudtrail.amazonaws.com', 'AWS CloudTrail'],
  ['cloudwatch.amazonaws.com', 'Amazon CloudWatch'],
  ['logs.amazonaws.com', 'Amazon CloudWatch Logs'],
  ['delivery.logs.amazonaws.com', 'delivery of logs to S3'],
  ['logdelivery.elasticloadbalancing.amazonaws.com', 'access logs of load balancers'],
  ['vpc-flow-logs.amazonaws.com', 'VPC flow logs'],
  ['config.amazonaws.com', 'AWS Config'],
  ['cloudformation.amazonaws.com', 'AWS CloudFormation'],
  ['codebuild.amazonaws.com', 'AWS CodeBuild'],
  ['codepipeline.amazonaws.com', 'AWS CodePipeline'],
  ['codedeploy.amazonaws.com', 'AWS CodeDeploy'],
  ['glue.amazonaws.com', 'AWS Glue'],
  ['firehose.amazonaws.com', 'Amazon Data Firehose'],
  ['elasticmapreduce.amazonaws.com', 'Amazon EMR'],
  ['sagemaker.amazonaws.com', 'Amazon SageMaker'],
  ['bedrock.amazonaws.com', 'Amazon Bedrock'],
  ['eks.amazonaws.com', 'Amazon EKS'],
  ['pods.eks.amazonaws.com', 'pods of Amazon EKS'],
  ['rds.amazonaws.com', 'Amazon RDS'],
  ['monitoring.rds.amazonaws.com', 'monitoring of Amazon RDS'],
  ['backup.amazonaws.com', 'AWS Backup'],
  ['ssm.amazonaws.com', 'AWS Systems Manager'],
  ['secretsmanager.amazonaws.com', 'AWS Secrets Manager'],
  ['autoscaling.amazonaws.com', 'Amazon EC2 Auto Scaling'],
  ['spotfleet.amazonaws.com', 'EC2 Spot Fleet'],
  ['edgelambda.amazonaws.com', 'Lambda@Edge'],
  ['transfer.amazonaws.com', 'AWS Transfer Family'],
  ['datasync.amazonaws.com', 'AWS DataSync'],
  ['rolesanywhere.amazonaws.com', 'IAM Roles Anywhere'],
  ['cognito-idp.amazonaws.com', 'Amazon Cognito user pools'],
  ['ses.amazonaws.com', 'Amazon SES'],
  ['iot.amazonaws.com', 'AWS IoT'],
  ['member.org.stacksets.cloudformation.amazonaws.com', 'CloudFormation StackSets'],
];

// Most services call themselves `PREFIX.amazonaws.com` by the prefix of their actions. These call themselves otherwise, or have
// parts that call by a name of their own. State: 26 September 2026.
const FURTHER_NAMES = `
  a2c agentless.inspector2 airflow-env amazonmq ami.inspector2 apidestinations.events application-insights
  application-signals.cloudwatch assets.marketplace autoscaling-plans aws-artifact-account-sync aws-mcp
  batchoperations.s3 billingconsole billingreports build.apprunner byol cassandra-streams channels.lex channels.lexv2
  cloudwatch-crossaccount codecatalyst-runner codestar-notifications config-conforms config-multiaccountsetup
  context.cloudtrail contract.iq continuousexport.discovery contributorinsights.dynamodb cost-optimization-hub.bcm
  costalerts credentials.iot custom.rds custom.rds-preview datazonecontrol directquery.opensearchservice
  dms-data-migrations dmsintegration.migrationhub dnssec-route53 drt.shield ec2-images ec2fastlaunch ec2fleet
  ec2scheduled ec2sqlha ecs-compute eks-connector eks-fargate eks-fargate-pods eks-nodegroup email email.cognito-idp
  event-processor.health events.managedservices events.workmail export.rds ingress.eks internetmonitor ipam
  iotroborunner job.sagemaker justintimeaccess.ssm kinesisreplication.dynamodb lambda.alarms.cloudwatch lexv2
  license-management.marketplace license-manager.master-account license-manager.member-account logging.s3 macie
  maintenance.elasticbeanstalk malware-protection-plan.guardduty malware-protection.guardduty managedservices
  managedupdates.elasticbeanstalk management.chatbot metrics.wellarchitected migrationhub mobilehub monitoring
  monitoring.thinclient network.bedrock-agentcore notifications.ssm observability.aoss opensearchservice
  ops.apigateway ops.athena ops.emr-serverless orgsdatasync.servicecatalog osis-pipelines permission.iq pinpoint
  private-marketplace.marketplace pullthroughcache.ecr reachabilityanalyzer.networkinsights remediation.config
  replication.cassandra replication.dynamodb replication.ecr replication.lexv2 replication.s3tables replicator.lambda
  reporting.trustedadvisor resale-authorization.marketplace resource-snapshot-job.partnercentral-selling
  restore-testing.backup robomaker runtime-identity.bedrock-agentcore runtime-instances.bedrock-agentcore
  s3.data-source.lustre.fsx scaler.lambda schema-conversion.dms scraper.aps securityhubv2 servicecatalog-appregistry
  sgp.eks smsintegration.migrationhub spot ssm.integrations stacksets.cloudformation sync.proton tagpolicies.tag
  tasks.apprunner telemetry-enablement.observabilityadmin telemetry-pipelines.observabilityadmin thirdparty.config
  thirdparty.inspector2 topology.networkflowmonitor transitgateway triage.security-ir vmie voiceconnector.chime wafv2`;

/** What stands before the domain in the names of services that are not called by the prefix of their actions, and some that are. */
export const SERVICE_PRINCIPAL_NAMES: ReadonlySet<string> = new Set([
  ...FURTHER_NAMES.trim().split(/\s+/),
  ...SERVICE_PRINCIPALS.map(([principal]) => principal.replace(/\.amazonaws\.com$/, '')),
]);
