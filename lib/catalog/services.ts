// What is known of AWS's services as plain data: facts of the Service Authorization Reference and of the services' guides.
// State: 26 September 2026.

/** Every service prefix that IAM knows. */
export const SERVICE_PREFIXES =
  'a2c a4b access-analyzer account account-access acm acm-pca aco-automation action-recommendations activate ' +
  'agent-registry agentaccess-mcp aidevops aiops airflow airflow-serverless amplify amplifybackend ' +
  'amplifyuibuilder aoss apigateway app-integrations appconfig appfabric appflow application-autoscaling ' +
  'application-signals application-signals-mcp application-transformation applicationinsights appmesh ' +
  'appmesh-preview apprunner appstream appstudio appsync apptest aps arc-region-switch arc-zonal-shift arsenal ' +
  'artifact athena auditmanager autoscaling autoscaling-plans aws-external-anthropic aws-marketplace ' +
  'aws-marketplace-management aws-portal awsconnector b2bi backup backup-gateway backup-search backup-storage ' +
  'batch bcm-dashboards bcm-data-exports bcm-pricing-calculator bcm-recommended-actions bedrock bedrock-agentcore ' +
  'bedrock-mantle bedrock-websearch billing billingconductor braket budgets bugbust cases cassandra ce chatbot ' +
  'chime cleanrooms cleanrooms-ml cloud9 clouddirectory cloudformation cloudfront cloudfront-keyvaluestore ' +
  'cloudhsm cloudsearch cloudshell cloudtrail cloudtrail-data cloudwatch codeartifact codebuild codecatalyst ' +
  'codecommit codeconnections codedeploy codedeploy-commands-secure codeguru codeguru-profiler codeguru-reviewer ' +
  'codeguru-security codepipeline codestar codestar-connections codestar-notifications codewhisperer ' +
  'cognito-identity cognito-idp cognito-sync comprehend comprehendmedical compute-optimizer config connect ' +
  'connect-campaigns consoleapp consolidatedbilling controlcatalog controltower cost-optimization-hub cur ' +
  'customer-verification databrew dataexchange datapipeline datasync datazone dax dbqms deadline detective ' +
  'devicefarm devops-guru directconnect discovery dlm dms docdb-elastic drs ds ds-data dsql dynamodb ebs ec2 ' +
  'ec2-instance-connect ec2messages ecr ecr-public ecs ecs-mcp eks eks-auth eks-mcp elasticache elasticbeanstalk ' +
  'elasticfilesystem elasticloadbalancing elasticmapreduce elastictranscoder elemental-activations ' +
  'elemental-appliances-software elemental-inference elemental-support-cases elemental-support-content ' +
  'emr-containers emr-serverless entityresolution es events eventsbilltoaws evidently evs execute-api ' +
  'finops-agent finspace finspace-api firehose fis fms forecast frauddetector freertos freetier fsx gamelift ' +
  'gameliftstreams geo geo-maps geo-places geo-routes glacier globalaccelerator glue grafana greengrass ' +
  'groundstation groundtruthlabeling guardduty health health-agent healthlake honeycode iam identity-sync ' +
  'identitystore identitystore-auth imagebuilder importexport inspector inspector-scan inspector2 ' +
  'inspector2-telemetry interconnect internetmonitor invoicing iot iot-device-tester iotanalytics ' +
  'iotdeviceadvisor iotevents iotfleethub iotfleetwise iotjobsdata iotmanagedintegrations iotsitewise ' +
  'iottwinmaker iotwireless iq iq-permission ivs ivschat kafka kafka-cluster kafkaconnect kendra kendra-ranking ' +
  'kinesis kinesisanalytics kinesisvideo kms lakeformation lambda launchwizard lex license-manager ' +
  'license-manager-linux-subscriptions license-manager-user-subscriptions lightsail logs lookoutequipment ' +
  'lookoutmetrics lookoutvision m2 machinelearning macie2 managedblockchain managedblockchain-query mapcredits ' +
  'marketplacecommerceanalytics mechanicalturk mediaconnect mediaconvert mediaimport medialive mediapackage ' +
  'mediapackage-vod mediapackagev2 mediastore mediatailor medical-imaging memorydb mgh mgn ' +
  'migrationhub-orchestrator migrationhub-strategy mobileanalytics mobiletargeting monitron mpa mq neptune-db ' +
  'neptune-graph network-firewall network-security-director network-security-manager networkflowmonitor ' +
  'networkmanager networkmanager-chat networkmonitor nimble notifications notifications-contacts nova-act oam ' +
  'observabilityadmin odb omics one opensearch opsworks opsworks-cm organizations osis outposts panorama ' +
  'partnercentral partnercentral-account-management payment-cryptography payments pca-connector-ad ' +
  'pca-connector-scep pcs personalize pi pipes polly pricing pricingplanmanager private-networks profile proton ' +
  'purchase-orders q qapps qbusiness qdeveloper qldb quicksight ram rbin rds rds-data rds-db redshift ' +
  'redshift-data redshift-serverless refactor-spaces rekognition repostspace researchstudio resiliencehub ' +
  'resource-explorer resource-explorer-2 resource-groups rhelkb robomaker rolesanywhere route53 ' +
  'route53-recovery-cluster route53-recovery-control-config route53-recovery-readiness route53domains ' +
  'route53globalresolver route53profiles route53resolver rtbfabric rum s3 s3-object-lambda s3-outposts s3express ' +
  's3files s3tables s3vectors sagemaker sagemaker-data-science-assistant sagemaker-geospatial sagemaker-mlflow ' +
  'sagemaker-unified-studio-mcp savingsplans scheduler schemas scn sdb secretsmanager security-ir securityagent ' +
  'securityhub securitylake serverlessrepo servicecatalog servicediscovery serviceextract servicequotas ses ' +
  'shield signer signin simspaceweaver sms sms-voice snow-device-management snowball sns social-messaging ' +
  'sqlworkbench sqs ssm ssm-contacts ssm-guiconnect ssm-incidents ssm-quicksetup ssm-sap ssmmessages sso ' +
  'sso-directory sso-oauth states storagegateway sts support support-console supportapp supportauthz supportplans ' +
  'sustainability swf synthetics tag tax textract thinclient timestream timestream-influxdb tiros tnb transcribe ' +
  'transfer transform transform-custom translate trustedadvisor ts user-subscriptions uxc vendor-insights ' +
  'verified-access verifiedpermissions voiceid vpc-lattice vpc-lattice-svcs vpce waf waf-regional wafv2 wam ' +
  'wellarchitected wickr wisdom workdocs worklink workmail workmailmessageflow workspaces workspaces-instances ' +
  'workspaces-web xray ';

/** Services whose resources an RCP can restrict (R41). */
export const RCP_SERVICES =
  'aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront cloudsearch ' +
  'cloudtrail-data codeartifact codebuild codecommit codepipeline cognito-identity cognito-idp comprehend ' +
  'comprehendmedical compute-optimizer cost-optimization-hub dax dsql dynamodb ecr ecr-public events firehose fis ' +
  'fms gamelift health inspector-scan kendra kinesisvideo kms logs memorydb networkmonitor notifications ' +
  'opensearch pca-connector-ad personalize polly pricing resource-groups rolesanywhere s3 secretsmanager ' +
  'servicediscovery signin sqs sts support swf textract timestream-influxdb transcribe transfer translate wafv2 ' +
  'workspaces xray ';

/** Actions without resource types: their request resource is `*` (R126). Only services that have resource-based policies. */
export const ACTIONS_WITHOUT_RESOURCE = {
  s3:
    'CreateJob CreateStorageLensGroup GetAccessPoint GetAccountPublicAccessBlock ListAccessGrantsInstances ' +
    'ListAccessPoints ListAccessPointsForObjectLambda ListAllMyBuckets ListJobs ListMultiRegionAccessPoints ' +
    'ListStorageLensConfigurations ListStorageLensGroups PutAccessPointPublicAccessBlock ' +
    'PutAccountPublicAccessBlock PutStorageLensConfiguration ',
  sqs: 'ListQueues ',
  sns:
    'CheckIfPhoneNumberIsOptedOut CreatePlatformApplication CreatePlatformEndpoint CreateSMSSandboxPhoneNumber ' +
    'DeleteEndpoint DeletePlatformApplication DeleteSMSSandboxPhoneNumber GetEndpointAttributes ' +
    'GetPlatformApplicationAttributes GetSMSAttributes GetSMSSandboxAccountStatus ' +
    'ListEndpointsByPlatformApplication ListOriginationNumbers ListPhoneNumbersOptedOut ListPlatformApplications ' +
    'ListSMSSandboxPhoneNumbers ListSubscriptions ListTopics OptInPhoneNumber SetEndpointAttributes ' +
    'SetPlatformApplicationAttributes SetSMSAttributes VerifySMSSandboxPhoneNumber ',
  kms:
    'ConnectCustomKeyStore CreateCustomKeyStore CreateKey DeleteCustomKeyStore DescribeCustomKeyStores ' +
    'DisconnectCustomKeyStore GenerateRandom ListAliases ListKeys ListRetirableGrants UpdateCustomKeyStore ',
  lambda:
    'ConnectMicrovm CreateCodeSigningConfig CreateEventSourceMapping CreateMicrovmImage GetAccountSettings ' +
    'ListCapacityProviders ListCodeSigningConfigs ListEventSourceMappings ListFunctions ListLayerVersions ' +
    'ListLayers ListManagedMicrovmImages ListMicrovmImages ListMicrovms ListNetworkConnectors PassNetworkConnector ',
  secretsmanager: 'BatchGetSecretValue GetRandomPassword ListSecrets ',
  ecr:
    'CreatePullThroughCacheRule CreateRepositoryCreationTemplate DeletePullThroughCacheRule DeleteRegistryPolicy ' +
    'DeleteRepositoryCreationTemplate DeleteSigningConfiguration DeregisterPullTimeUpdateExclusion ' +
    'DescribePullThroughCacheRules DescribeRegistry DescribeRepositoryCreationTemplates GetAccountSetting ' +
    'GetAuthorizationToken GetRegistryPolicy GetRegistryScanningConfiguration GetSigningConfiguration ' +
    'ListPullTimeUpdateExclusions PutAccountSetting PutRegistryPolicy PutRegistryScanningConfiguration ' +
    'PutReplicationConfiguration PutSigningConfiguration RegisterPullTimeUpdateExclusion UpdatePullThroughCacheRule ' +
    'UpdateRepositoryCreationTemplate ValidatePullThroughCacheRule ',
  dynamodb:
    'DescribeEndpoints DescribeLimits DescribeReservedCapacity DescribeReservedCapacityOfferings GetAbacStatus ' +
    'InjectError ListBackups ListContributorInsights ListGlobalTables ListStreams ListTables ' +
    'PurchaseReservedCapacityOfferings UpdateAbacStatus ',
  kinesis:
    'DescribeAccountSettings DescribeLimits DisableEnhancedMonitoring EnableEnhancedMonitoring InjectApiError ' +
    'ListChannels ListStreams UpdateAccountSettings UpdateShardCount UpdateStreamMode ',
  events:
    'ListApiDestinations ListArchives ListConnections ListEndpoints ListEventBuses ListEventSources ' +
    'ListPartnerEventSources ListReplays ListRuleNamesByTarget ListRules ListSubscribers PutPartnerEvents ' +
    'PutPermission RemovePermission TestEventPattern ',
  sts:
    'DecodeAuthorizationMessage GetAccessKeyInfo GetCallerIdentity GetDelegatedAccessToken GetServiceBearerToken ' +
    'GetSessionToken GetWebIdentityToken TagGetWebIdentityToken ',
  iam:
    'CreateAccountAlias DeleteAccountAlias DeleteAccountPasswordPolicy DeleteCloudFrontPublicKey ' +
    'DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions ' +
    'DisableOutboundWebIdentityFederation EnableOrganizationsRootCredentialsManagement ' +
    'EnableOrganizationsRootSessions EnableOutboundWebIdentityFederation GenerateCredentialReport ' +
    'GetAccountAuthorizationDetails GetAccountEmailAddress GetAccountName GetAccountPasswordPolicy ' +
    'GetAccountProperties GetAccountSummary GetCloudFrontPublicKey GetContextKeysForCustomPolicy ' +
    'GetCredentialReport GetOrganizationsAccessReport GetOutboundWebIdentityFederationInfo ' +
    'GetServiceLastAccessedDetails GetServiceLastAccessedDetailsWithEntities ListAccountAliases ' +
    'ListCloudFrontPublicKeys ListDelegationRequests ListGroups ListInstanceProfiles ListOpenIDConnectProviders ' +
    'ListOrganizationsFeatures ListPolicies ListRoles ListSAMLProviders ListSTSRegionalEndpointsStatus ' +
    'ListServerCertificates ListUsers ListVirtualMFADevices PutAccountProperties SetSTSRegionalEndpointStatus ' +
    'SetSecurityTokenServicePreferences SimulateCustomPolicy UpdateAccountEmailAddress UpdateAccountName ' +
    'UpdateAccountPasswordPolicy UpdateCloudFrontPublicKey UploadCloudFrontPublicKey ',
  logs:
    'AssociateSourceToS3TableIntegration CallWithBearerToken CancelExportTask CancelImportTask CreateImportTask ' +
    'CreateLogDelivery DeleteAccountPolicy DeleteIndexPolicy DeleteIntegration DeleteLogDelivery DeletePipelineRule ' +
    'DeleteQueryDefinition DeleteResourcePolicy DescribeAccountPolicies DescribeConfigurationTemplates ' +
    'DescribeDeliveries DescribeDeliveryDestinations DescribeDeliverySources DescribeDestinations ' +
    'DescribeExportTasks DescribeFieldIndexes DescribeImportTaskBatches DescribeImportTasks DescribeIndexPolicies ' +
    'DescribeLogGroups DescribeLookupTables DescribeQueries DescribeQueryDefinitions DescribeResourcePolicies ' +
    'DisassociateSourceFromS3TableIntegration GetIntegration GetLogDelivery GetLogFields GetStorageTierPolicy Link ' +
    'ListAggregateLogGroupSummaries ListEntitiesForLogGroup ListIntegrations ListLogDeliveries ListLogGroups ' +
    'ListLogGroupsForEntity ListLogGroupsForQuery ListScheduledQueries ListSourcesForS3TableIntegration ' +
    'ListSyslogConfigurations PutAccountPolicy PutIndexPolicy PutIntegration PutPipelineRule PutQueryDefinition ' +
    'PutResourcePolicy PutStorageTierPolicy StopLiveTail StopQuery TestMetricFilter TestTransformer ' +
    'UpdateLogDelivery ',
  glue:
    'AccessDataQualityRuntimeConfiguration BatchGetCustomEntityTypes BatchGetStageFiles CheckSchemaVersionValidity ' +
    'CreateClassifier CreateCrawler CreateCustomEntityType CreateDataQualityRuleset CreateDevEndpoint ' +
    'CreateGlueIdentityCenterConfiguration CreateInboundIntegration CreateMLTransform CreateScript ' +
    'CreateSecurityConfiguration DeleteClassifier DeleteCustomEntityType DeleteGlueIdentityCenterConfiguration ' +
    'DeleteSecurityConfiguration DeregisterDataPreview DescribeInboundIntegrations GetClassifier GetClassifiers ' +
    'GetColumnStatisticsTaskRun GetColumnStatisticsTaskRuns GetColumnStatisticsTaskSettings GetCrawlerMetrics ' +
    'GetCrawlers GetCustomEntityType GetDataPreviewStatement GetDataflowGraph GetDevEndpoints GetEnvironment ' +
    'GetExecutors GetExecutorsThreads GetGeneratedCode GetGlueIdentityCenterConfiguration GetJobBookmark GetJobs ' +
    'GetLogParsingStatus GetMapping GetNotebookInstanceStatus GetPlan GetQueries GetQuery GetRecipeAction ' +
    'GetSecurityConfiguration GetSecurityConfigurations GetStage GetStageAttempt GetStageAttemptTaskList ' +
    'GetStageAttemptTaskSummary GetStageFiles GetStages GetStorage GetStorageUnit GetTriggers GlueNotebookAuthorize ' +
    'GlueNotebookRefreshCredentials ListBlueprints ListColumnStatisticsTaskRuns ListConnectionTypes ListCrawlers ' +
    'ListCustomEntityTypes ListDevEndpoints ListJobs ListRegistries ListSessions ListTriggers ListUsageProfiles ' +
    'ListWorkflows ManagedConnector RequestLogParsing ResetJobBookmark RunDataPreviewStatement SendFeedback ' +
    'SendRecipeAction StartCompletion StartCrawlerSchedule StartNotebook StopCrawlerSchedule TerminateNotebook ' +
    'UpdateClassifier UpdateCrawlerSchedule UpdateGlueIdentityCenterConfiguration UseGlueStudio ',
  elasticfilesystem: 'CreateFileSystem DescribeAccountPreferences PutAccountPreferences ',
  backup:
    'DescribeBackupJob DescribeCopyJob DescribeGlobalSettings DescribeProtectedResource DescribeRegionSettings ' +
    'DescribeReportJob DescribeRestoreJob DescribeScanJob ExportBackupPlanTemplate GetBackupPlanFromJSON ' +
    'GetBackupPlanFromTemplate GetRestoreJobMetadata GetRestoreTestingInferredMetadata GetSupportedResourceTypes ' +
    'ListBackupAccessPoints ListBackupAccessPointsByRecoveryPoint ListBackupAccessPointsByResource ' +
    'ListBackupJobSummaries ListBackupJobs ListBackupPlanTemplates ListBackupPlans ListBackupVaults ' +
    'ListCopyJobSummaries ListCopyJobs ListFrameworks ListIndexedRecoveryPoints ListIndexedRecoveryPointsForSearch ' +
    'ListLegalHolds ListProtectedResources ListRecoveryPointsByResource ListReportJobs ListReportPlans ' +
    'ListRestoreJobSummaries ListRestoreJobs ListRestoreJobsByProtectedResource ListRestoreTestingPlans ' +
    'ListScanJobSummaries ListScanJobs ListTieringConfigurations PutRestoreValidationResult StopBackupJob ' +
    'UpdateGlobalSettings UpdateRegionSettings ',
  codeartifact: 'CreateDomain CreatePackageGroup CreateRepository ListDomains ListRepositories ',
  cloudtrail:
    'DeregisterOrganizationDelegatedAdmin DescribeTrails GetImport ListChannels ListDashboards ListEventDataStores ' +
    'ListImportFailures ListImports ListPublicKeys ListServiceLinkedChannels ListTrails LookupEvents ' +
    'RegisterOrganizationDelegatedAdmin SearchSampleQueries StartImport StopImport ',
  s3express: 'ListAccessPointsForDirectoryBuckets ListAllMyDirectoryBuckets ',
  kafka:
    'DescribeClusterOperation DescribeClusterOperationV2 GetBootstrapBrokers GetCompatibleKafkaVersions ' +
    'ListClusters ListClustersV2 ListConfigurations ListKafkaVersions ListReplicators ListVpcConnections ',
  'acm-pca': 'CreateCertificateAuthority ListCertificateAuthorities ',
} as const satisfies Record<string, string>;
