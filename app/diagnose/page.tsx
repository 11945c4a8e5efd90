import type { Metadata } from 'next';
import { DiagnosePage } from '@/components/wizard/diagnose-page';

export const metadata: Metadata = { title: 'Diagnosis' };

export default function Page() {
  return <DiagnosePage />;
}
