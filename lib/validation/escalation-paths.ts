/** A way from some permissions to an administrator's. */
export interface EscalationPath {
  /** Every group has to be granted; of a group one action is enough. */
  readonly needs: readonly (readonly string[])[];
  /** What the caller does with them, to be read after "the caller can". */
  readonly how: string;
  /** Ordinary work needs these actions too: alone they are no more than a hint. */
  readonly isCommon?: true;
}

/** The known paths, by the research that AWS's own guidance on `iam:PassRole` and permissions boundaries answers. */
export const ESCALATION_PATHS: readonly EscalationPath[] = [
  path('iam:CreatePolicyVersion', 'rewrite a managed policy that is attached to it'),
  path('iam:SetDefaultPolicyVersion', 'go back to a wider version of a policy'),
  path('iam:AttachUserPolicy', 'attach `AdministratorAccess` to its user'),
  path('iam:AttachGroupPolicy', 'attach `AdministratorAccess` to its group'),
  path('iam:AttachRolePolicy', 'attach `AdministratorAccess` to a role that it can assume'),
  path('iam:PutUserPolicy', 'write an inline policy for its user'),
  path('iam:PutGroupPolicy', 'write an inline policy for its group'),
  path('iam:PutRolePolicy', 'write an inline policy for a role that it can assume'),
  path('iam:AddUserToGroup', 'join a group of administrators'),
  path('iam:CreateAccessKey', 'create access keys of another user'),
  path('iam:CreateLoginProfile', 'give another user a console password'),
  path('iam:UpdateLoginProfile', 'change another user’s console password'),
  path('iam:UpdateAssumeRolePolicy', 'let itself assume a role'),
  path('iam:DeleteUserPermissionsBoundary|iam:PutUserPermissionsBoundary', 'lift the permissions boundary of a user'),
  path('iam:DeleteRolePermissionsBoundary|iam:PutRolePermissionsBoundary', 'lift the permissions boundary of a role'),
  path('iam:PassRole ec2:RunInstances', 'start an instance with a stronger role'),
  path('iam:PassRole lambda:CreateFunction lambda:InvokeFunction', 'run a function with a stronger role'),
  path(
    'iam:PassRole lambda:CreateFunction lambda:CreateEventSourceMapping',
    'let a stream start a function with a stronger role',
  ),
  path(
    'iam:PassRole lambda:CreateFunction lambda:AddPermission',
    'let another account start a function with a stronger role',
  ),
  common('lambda:UpdateFunctionCode', 'replace the code of a function that has a stronger role'),
  common('lambda:UpdateFunctionConfiguration', 'add a layer to a function that has a stronger role'),
  path('iam:PassRole cloudformation:CreateStack', 'create a stack with a stronger role'),
  path(
    'iam:PassRole cloudformation:CreateStackSet cloudformation:CreateStackInstances',
    'create a stack set with a stronger role',
  ),
  path('cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet', 'change a stack that has a stronger role'),
  path('iam:PassRole glue:CreateDevEndpoint', 'create a development endpoint with a stronger role'),
  path('glue:UpdateDevEndpoint', 'put its own SSH key on a development endpoint'),
  path('iam:PassRole glue:CreateJob glue:StartJobRun|glue:CreateTrigger', 'run a Glue job with a stronger role'),
  path('iam:PassRole glue:UpdateJob glue:StartJobRun|glue:CreateTrigger', 'change a Glue job to a stronger role'),
  path(
    'iam:PassRole datapipeline:CreatePipeline datapipeline:PutPipelineDefinition',
    'run a pipeline with a stronger role',
  ),
  path(
    'iam:PassRole sagemaker:CreateNotebookInstance sagemaker:CreatePresignedNotebookInstanceUrl',
    'open a notebook with a stronger role',
  ),
  common('sagemaker:CreatePresignedNotebookInstanceUrl', 'open a notebook that has a stronger role'),
  path(
    'iam:PassRole sagemaker:CreateTrainingJob|sagemaker:CreateProcessingJob',
    'run a SageMaker job with a stronger role',
  ),
  path(
    'iam:PassRole codebuild:CreateProject codebuild:StartBuild|codebuild:StartBuildBatch',
    'run a build with a stronger role',
  ),
  path('iam:PassRole codestar:CreateProject', 'create a project with a stronger role'),
  path(
    'iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask|ecs:StartTask|ecs:CreateService',
    'run a task with a stronger role',
  ),
  common('ecs:ExecuteCommand ecs:DescribeTasks', 'open a shell in a task that has a stronger role'),
  path('iam:PassRole ec2:RequestSpotInstances', 'request a Spot Instance with a stronger role'),
  path(
    'ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances',
    'change what an instance with a stronger role runs at its start',
  ),
  path(
    'ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate',
    'change a launch template that starts instances with a stronger role',
  ),
  common('ec2-instance-connect:SendSSHPublicKey', 'log in to an instance that has a stronger role'),
  common('ssm:SendCommand|ssm:StartSession', 'run commands on an instance that has a stronger role'),
  path('iam:PassRole apprunner:CreateService', 'run a service with a stronger role'),
  path('iam:PassRole states:CreateStateMachine states:StartExecution', 'run a state machine with a stronger role'),
  path(
    'iam:PassRole bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter',
    'run code with a stronger role',
  ),
  common('sts:AssumeRole', 'assume any role that trusts the account'),
];

/** Actions with blanks between those that are all needed, and `|` between those of which one is enough. */
function path(actions: string, how: string): EscalationPath {
  return { needs: actions.split(' ').map((group) => group.split('|')), how };
}

function common(actions: string, how: string): EscalationPath {
  return { ...path(actions, how), isCommon: true };
}
