import { type NotIamRow, row } from '@/lib/evidence/not-iam/row';

/** Another product than AWS refused, also where it runs on AWS or speaks like it. */
export const OTHER_PRODUCTS: readonly NotIamRow[] = [
  row(
    'kubernetes-rbac',
    /User "[^"\n]{1,500}" cannot \w{1,40} (?:resource|path)|(?:doesn't|does not) have access to Kubernetes objects/i,
    'Kubernetes refused this, not IAM. It needs a Role and a RoleBinding, or an EKS access entry.',
  ),
  row(
    'kubernetes-admission',
    /is forbidden: (?:exceeded quota|violates PodSecurity|error looking up service account|no providers available)|admission webhook "[^"\n]{1,200}" denied the request/i,
    'Kubernetes refused this object by its own rules, not IAM. Look at quotas, Pod Security and admission webhooks.',
  ),
  row(
    'kubernetes-login',
    /You must be logged in to the server|server has asked for the client to provide credentials/i,
    'The cluster does not know this identity. Add an EKS access entry, or check the profile in use.',
  ),
  row(
    'opensearch',
    /no permissions for \[[^\]]{1,200}\] and User \[/i,
    'OpenSearch’s own access control refused this. Map the role in OpenSearch Dashboards.',
  ),
  row(
    'kafka',
    /(?:Topic|Group|Cluster)AuthorizationException|SaslAuthenticationException|Not authorized to access (?:topics|group): /,
    'Kafka’s ACLs refused this. With IAM authentication look at the `kafka-cluster` actions.',
  ),
  row(
    'database-login',
    /Access denied for user '|password authentication failed|PAM authentication failed/i,
    'The database refused the login, not IAM. With IAM authentication the caller needs `rds-db:connect` and a fresh token.',
  ),
  row(
    'database-privileges',
    /command denied to user|permission denied for (?:table|relation|schema|database|sequence|function|view|language) |InsufficientPrivilege|ORA-01031|not authorized on \w{1,60} to execute command/i,
    'The database refused this by its own grants, not IAM. Grant the privilege in the database.',
  ),
  row(
    'azure',
    /does not have authorization to perform action 'Microsoft\.|\bAuthorizationFailed\b|AuthorizationPermissionMismatch|LinkedAuthorizationFailed|RequestDisallowedByPolicy|\bAADSTS\d{4,6}\b/i,
    'This is Microsoft Azure’s error, not AWS’s.',
  ),
  row(
    'google-cloud',
    /IAM_PERMISSION_DENIED|\bPERMISSION_DENIED\b|PermissionDenied: 403|Permission '[\w.]{3,80}' denied on|Required ["'][\w.]{3,80}["'] permission|googleapi: Error 403|googleapis\.com|\(gcloud\.|does not have [a-z]{2,30}\.[\w.]{3,60} access/,
    'This is Google Cloud’s error, not AWS’s.',
  ),
  row('oracle-cloud', /NotAuthorizedOrNotFound/, 'This is Oracle Cloud’s error, not AWS’s.'),
  row(
    'look-alike',
    /myhuaweicloud\.com|aliyuncs\.com|myqcloud\.com|\bqcs::|\bacs:(?:ram|oss|ecs):|digitaloceanspaces\.com|cloudflarestorage\.com|wasabisys\.com|backblazeb2\.com|localhost(?:\.localstack\.cloud)?:(?:4566|9000)|127\.0\.0\.1:(?:4566|9000)|x-minio-|perform:? [\w:*-]{1,120} by policy\b/i,
    'This comes from another product that uses the same wording as AWS. Look at its own policies.',
  ),
  row(
    'git-host',
    /HTTP Basic: Access denied|remote: Permission to \S{1,200} denied to |Resource not accessible by integration|fatal: unable to access 'https:[^\n']{1,300}': The requested URL returned error: 403/i,
    'The Git host refused this, not AWS. Check the token or key in use and its rights on the repository.',
  ),
  row('ssh', /Permission denied \(publickey/i, 'SSH refused the key. No AWS policy plays a part.'),
  row(
    'application',
    /org\.springframework\.security\.|hudson\.security\.|Symfony\\Component\\Security|org\.apache\.hadoop\.security\.AccessControlException|You don't have permission to access [^\n]{1,200} on this server/i,
    'The application refused this by its own rules, not AWS.',
  ),
  row(
    'package-registry',
    /\bnpm (?:ERR!|error) 403\b|403 Forbidden - PUT https:\/\/registry\.npmjs|pypi\.org[^\n]{0,200}403/i,
    'The package registry refused this, not AWS.',
  ),
  row(
    'file-system',
    /\[Errno 13\] Permission denied|EACCES: permission denied|java\.nio\.file\.AccessDeniedException: (?!s3)|\bE_ACCESSDENIED\b|Access to the path '[^'\n]{1,300}' is denied/i,
    'The file system of the machine refused this, not AWS.',
  ),
];
