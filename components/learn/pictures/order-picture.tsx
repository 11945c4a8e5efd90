'use client';

import { useEffect, useState } from 'react';
import { PageLink } from '@/components/learn/page-link';
import { LayersPicture } from '@/components/verdict/layers-picture';
import type { Picture } from '@/lib/report/gate';
import { ORDER_SAMPLE } from './sample-pictures';

interface OwnPicture {
  readonly title: string;
  readonly picture: Picture;
}

/** The gates with the request that this tab is about going through them, or else with an example's. */
export function OrderPicture() {
  const [own, setOwn] = useState<OwnPicture>();
  useEffect(() => {
    let shown = true;
    // What was not looked at in this tab yet is not fetched for a picture.
    ownPicture().then(
      (found) => shown && setOwn(found),
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, []);
  return (
    <div>
      <p className="mb-3 text-small text-text-muted">
        {own ? (
          <>
            Your request: <PageLink href="/diagnose">{own.title}</PageLink>
          </>
        ) : (
          'An example:'
        )}
      </p>
      <LayersPicture picture={own?.picture ?? ORDER_SAMPLE} />
    </div>
  );
}

/** Loaded on demand: reading about the checks needs no engine, drawing one's own request does. */
async function ownPicture(): Promise<OwnPicture | undefined> {
  const { useWorkspace } = await import('@/components/workspace/store');
  const { document } = useWorkspace.getState();
  if (!document.request?.action) return undefined;
  const [{ diagnose }, { pictureOf }, { titleOf }] = await Promise.all([
    import('@/lib/diagnosis/diagnose'),
    import('@/lib/report/picture'),
    import('@/lib/diagnosis/title'),
  ]);
  return { title: titleOf(document), picture: pictureOf(diagnose(document), document) };
}
