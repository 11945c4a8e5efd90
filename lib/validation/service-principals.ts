import type { Catalog } from '@/lib/catalog/catalog';
import { nearestName } from '@/lib/text/nearest';

// Services call themselves `PREFIX.amazonaws.com` by the prefix of their actions. These call themselves otherwise, or have
// parts that call by a name of their own. State: 26 September 2026.
const FURTHER = words(`
  a2c agentless.inspector2 airflow-env amazonmq ami.inspector2 apidestinations.events application-insights
  application-signals.cloudwatch assets.marketplace autoscaling-plans aws-artifact-account-sync aws-mcp batchoperations.s3
  billingconsole billingreports build.apprunner byol cassandra-streams channels.lex channels.lexv2 cloudwatch-crossaccount
  codecatalyst-runner codestar-notifications config-conforms config-multiaccountsetup context.cloudtrail contract.iq
  continuousexport.discovery contributorinsights.dynamodb cost-optimization-hub.bcm costalerts credentials.iot custom.rds
  custom.rds-preview datazonecontrol delivery.logs directquery.opensearchservice dms-data-migrations
  dmsintegration.migrationhub dnssec-route53 drt.shield ec2-images ec2fastlaunch ec2fleet ec2scheduled ec2sqlha ecs-compute
  ecs-tasks edgelambda eks-connector eks-fargate eks-fargate-pods eks-nodegroup email email.cognito-idp
  event-processor.health events.managedservices events.workmail export.rds ingress.eks internetmonitor ipam
  iotroborunner job.sagemaker justintimeaccess.ssm kinesisreplication.dynamodb lambda.alarms.cloudwatch lexv2
  license-management.marketplace license-manager.master-account license-manager.member-account logdelivery.elasticloadbalancing
  logging.s3 macie maintenance.elasticbeanstalk malware-protection-plan.guardduty malware-protection.guardduty
  managedservices managedupdates.elasticbeanstalk management.chatbot member.org.stacksets.cloudformation
  metrics.wellarchitected migrationhub mobilehub monitoring monitoring.rds monitoring.thinclient network.bedrock-agentcore
  notifications.ssm observability.aoss opensearchservice ops.apigateway ops.athena ops.emr-serverless
  orgsdatasync.servicecatalog osis-pipelines permission.iq pinpoint pods.eks private-marketplace.marketplace
  pullthroughcache.ecr reachabilityanalyzer.networkinsights remediation.config replication.cassandra replication.dynamodb
  replication.ecr replication.lexv2 replication.s3tables replicator.lambda reporting.trustedadvisor
  resale-authorization.marketplace resource-snapshot-job.partnercentral-selling restore-testing.backup robomaker
  runtime-identity.bedrock-agentcore runtime-instances.bedrock-agentcore s3.data-source.lustre.fsx scaler.lambda
  schema-conversion.dms scraper.aps securityhubv2 servicecatalog-appregistry sgp.eks smsintegration.migrationhub spot
  spotfleet ssm.integrations stacksets.cloudformation sync.proton tagpolicies.tag tasks.apprunner
  telemetry-enablement.observabilityadmin telemetry-pipelines.observabilityadmin thirdparty.config
  thirdparty.inspector2 topology.networkflowmonitor transitgateway triage.security-ir vmie voiceconnector.chime
  vpc-flow-logs wafv2`);

const OUTSIDE_AMAZONAWS = words('alexa-appkit.amazon.com alexa-connectedhome.amazon.com');

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

// Last of them the partitions that AWS runs apart.
const SUFFIXES = [
  '.amazonaws.com.cn',
  '.amazonaws.com',
  '.amazonaws.eu',
  '.amazon.com',
  '.aws.internal',
  '.aws.com',
  '.c2s.ic.gov',
  '.sc2s.sgov.gov',
];
const LABELS = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;
const REGION = /(?:^|\.)[a-z]{2}(?:-[a-z]+){1,2}-\d$/;

/** What stands before the domain of a host that can be a service principal; `undefined` for any other text. */
export function serviceName(host: string): string | undefined {
  const lower = host.toLowerCase();
  const suffix = SUFFIXES.find((one) => lower.endsWith(one));
  const name = suffix && lower.slice(0, -suffix.length);
  return name !== undefined && LABELS.test(name) ? name : undefined;
}

/** Whether a well-formed service principal is one that AWS has; a part of a known service counts as known. */
export function isKnownService(host: string, catalog: Catalog): boolean {
  const name = serviceName(host);
  if (name === undefined) return false;
  if (OUTSIDE_AMAZONAWS.has(host.toLowerCase())) return true;
  if (!/\.amazonaws\.com(?:\.cn)?$/i.test(host)) return !/\.amazon\.com$/i.test(host);
  const plain = name.replace(REGION, '');
  const last = plain.slice(plain.lastIndexOf('.') + 1);
  return plain === '' || [plain, last].some((one) => FURTHER.has(one) || catalog.isService(one));
}

/** The service principal that a misspelt or shortened one means: `lambda` is `lambda.amazonaws.com`. */
export function meantService(written: string, catalog: Catalog): string | undefined {
  const host = written.trim().toLowerCase();
  const domain = host.endsWith('.cn') ? '.amazonaws.com.cn' : '.amazonaws.com';
  const name = host.replace(/\.(?:amazonaws?|aws)(?:\..*)?$/, '');
  if (!LABELS.test(name)) return undefined;
  const meant = nearestName(name, [...FURTHER, ...catalog.prefixes]);
  return meant && `${meant}${domain}`;
}
