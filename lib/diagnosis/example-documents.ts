import type { ExampleId } from '@/lib/diagnosis/examples';
import boundary from '@/lib/diagnosis/examples/boundary.json';
import crossAccount from '@/lib/diagnosis/examples/cross-account.json';
import dataPerimeter from '@/lib/diagnosis/examples/data-perimeter.json';
import keyPolicy from '@/lib/diagnosis/examples/key-policy.json';
import listBucket from '@/lib/diagnosis/examples/list-bucket.json';
import mfaUnknown from '@/lib/diagnosis/examples/mfa-unknown.json';
import publicBucket from '@/lib/diagnosis/examples/public-bucket.json';
import regionGuard from '@/lib/diagnosis/examples/region-guard.json';
import scpCeiling from '@/lib/diagnosis/examples/scp-ceiling.json';
import sessionPolicy from '@/lib/diagnosis/examples/session-policy.json';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';

/** The examples' documents. A page imports this file on the click that opens one, never statically. */
// A JSON file's strings are `string` to the compiler; the test opens each file through the schema.
export const EXAMPLE_DOCUMENTS = {
  'scp-ceiling': scpCeiling as DiagnosisDocument,
  'list-bucket': listBucket as DiagnosisDocument,
  'mfa-unknown': mfaUnknown as DiagnosisDocument,
  'region-guard': regionGuard as DiagnosisDocument,
  boundary: boundary as DiagnosisDocument,
  'key-policy': keyPolicy as DiagnosisDocument,
  'cross-account': crossAccount as DiagnosisDocument,
  'session-policy': sessionPolicy as DiagnosisDocument,
  'data-perimeter': dataPerimeter as DiagnosisDocument,
  'public-bucket': publicBucket as DiagnosisDocument,
} satisfies Record<ExampleId, DiagnosisDocument>;
