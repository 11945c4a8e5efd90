'use client';

import { BookOpen } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { PolicyType } from '@/lib/iam/policy-type';

const AwsManagedList = dynamic(() => import('./aws-managed-list'), { ssr: false });

/** Adds one of AWS's own policies by its name, so that nobody has to print it first. */
export function AddAwsManaged({ type }: { readonly type: PolicyType }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label="AWS managed policies"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" look="quiet" className="font-normal!" icon={<BookOpen aria-hidden className="size-4" />}>
          AWS managed policy…
        </Button>
      }
    >
      <AwsManagedList type={type} onAdded={() => setOpen(false)} />
    </Popover>
  );
}
