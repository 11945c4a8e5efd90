import { arnFields } from '@/lib/validation/terms/arn-fields';

/** The ARN of a bucket, or of objects in it. */
export interface S3Arn {
  /** `arn:aws:s3:::shop`. */
  readonly bucketArn: string;
  readonly bucket: string;
  /** What stands behind the first slash; left out where there is none. */
  readonly object?: string;
}

/** Reads the ARN of a bucket or of objects. `undefined` for every other text; access points carry an account. */
export function readS3Arn(text: string): S3Arn | undefined {
  const [arn, , service, , account, name] = arnFields(text);
  if (arn !== 'arn' || service !== 's3' || account !== '' || name === undefined) return undefined;
  const slash = slashOutsideVariables(name);
  const bucket = slash < 0 ? name : name.slice(0, slash);
  return {
    bucketArn: text.slice(0, text.length - name.length + bucket.length),
    bucket,
    ...(slash >= 0 && { object: name.slice(slash + 1) }),
  };
}

/** The name of a tag has a slash before it: `${aws:PrincipalTag/team}`. */
function slashOutsideVariables(name: string): number {
  let from = 0;
  for (;;) {
    const slash = name.indexOf('/', from);
    const open = name.indexOf(`\${`, from);
    if (slash < 0 || open < 0 || slash < open) return slash;
    const close = name.indexOf('}', open);
    if (close < 0) return slash;
    from = close + 1;
  }
}
